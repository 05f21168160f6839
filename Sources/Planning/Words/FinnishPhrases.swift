extension Phrasebook {
  static let finnish = Phrasebook(
    openings: [
      "Enemmän aikaa:", "Kokeiluun:", "Pienestä alkuun:", "Tätä lisää:", "Yhdessä:", "Pidetään kiinni:",
      "Oppilaat vetävät:",
      "Uusi alku:",
    ],
    subjects: [
      "yhteissuunnittelu", "lukupiiri", "oppilaiden palaute", "parityö", "iltapäivän työpaja", "vertaistuki",
      "tuntivierailut", "hiljainen nurkka", "ulkoaamut", "läksykerho", "oppimispäiväkirja", "viikon yhteishetki",
    ],
    endings: [
      "viikoittain", "kahdella luokalla", "ennen lomaa", "vanhempien kanssa", "hiljaisillekin", "yli luokkarajojen",
      "ensin yhden lukukauden", "ilman uusia kokouksia", "",
    ],
    joining: "ja",
    questions: [
      "Mikä auttaisi, kun aiheena on *?", "Mitä voimme itse tehdä ennen kesää, kun aiheena on *?",
      "Mikä on tiellä, kun aiheena on *?",
    ],
    objections: [
      "se vie tunteja niiltä, joilla on niitä vähiten", "kukaan ei hoida sitä hankkeen jälkeen",
      "iltatyötä tekevät vanhemmat eivät pääse mukaan", "se ei sovi isompien lukujärjestykseen",
    ],
    concerns: [
      "siitä voi tulla yksi kokous lisää", "uudet voivat jäädä ulkopuolelle", "päivä on lähellä arviointeja",
      "haluaisin nähdä luvut kuukauden päästä",
    ],
    amendments: [
      "ensin yhden lukukauden", "aluksi kahdella luokalla", "arvio kuuden viikon päästä", "sijaiset sovitaan ensin",
      "vanhemmat valitsevat kahdesta päivästä",
    ],
    praise: [
      "olemme tehneet tätä ennen ja se kesti", "kolme samanlaista koulua kertoo samaa", "aineiston luvut näyttävät sen",
      "sitä on pyydetty",
    ],
    doubts: [
      "kenelläkään ei ole tunteja", "tutkimus tehtiin muualla", "kokeilimme samaa ja se hiipui",
      "aineistossa ei puhuta siitä",
    ],
    measures: [
      "jokainen on kokeillut kerran", "päivät ovat seinällä", "kymmenen oppilasta kertoo, miltä tuntui",
      "kaksi kollegaa on käynyt katsomassa",
    ],
    conditions: [
      "sijaisista on sovittu", "vanhempia on kuultu maaliskuussa", "toisen vuoden kustannukset tiedetään",
    ],
    notes: [
      "takarivissä ei kuultu", "hyvää naurua, jätä tälle enemmän aikaa", "toinen pöytä tarvitsee kynän",
      "palataan vielä rahakysymykseen",
    ],
    answers: [
      "lyhyesti ja selvin sanoin", "niin kuin aineiston toisella sivulla", "kaksi tuntia viikossa ja yksi ohjaaja",
      "kukaan ei osannut sanoa",
    ],
    steering: Steering(
      skip: ["tämä on jo tehty", "olemme myöhässä, ja tämä voi odottaa"],
      extend: ["useimmat ovat vielä kesken", "yksi pöytä tarvitsee hetken"],
      back: ["jollakulla oli siitä kysymys", "yksi asia unohtui"],
      again: ["kysymys ei ollut selvä", "puolet kuuli tehtävän väärin"],
      pause: ["raitista ilmaa", "kahvi on valmis"],
      withdraw: ["sanottu kahdesti", "kuului toiseen kysymykseen"],
      overrule: ["huone tietää enemmän kuin luvut", "puuttuva tieto on luvattu ensi viikoksi"],
      inserted: ["Noustaan ja venytellään", "Pikakierros: mitä kuuluu?"]))
}
