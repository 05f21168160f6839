extension Words {
  /// Sentences with places for values.
  static let phrases: [Line] = summary + facts + figures + compared

  private static let summary: [Line] = [
    Line("not-started", "The session has not started.", "Istunto ei ole alkanut.", "La séance n’a pas commencé."),
    Line("running", "The session is still running.", "Istunto on yhä kesken.", "La séance est en cours."),
    Line("paused", "The session is paused.", "Istunto on tauolla.", "La séance est en pause."),
    Line("ended", "The session has ended.", "Istunto on päättynyt.", "La séance est terminée."),
    Line("completed", "The session was completed.", "Istunto vietiin loppuun.", "La séance a été menée à son terme."),
    Line(
      "ended-early", "The session was ended early.", "Istunto lopetettiin kesken.",
      "La séance a été arrêtée avant la fin."),
    Line("ended-as", "The session ended as “{0}”.", "Istunnon päätös: ”{0}”.", "La séance s’est terminée par « {0} »."),
    Line(
      "promises-none", "The method promises no outcomes.", "Menetelmä ei lupaa tuloksia.",
      "La méthode ne promet aucun résultat."),
    Line(
      "delivered-all", "Everything it promises was delivered ({0}).", "Kaikki luvattu saatiin ({0}).",
      "Tout ce qu’elle promet a été livré ({0})."),
    Line("delivered-some", "{0} of {1}; missing: {2}.", "{0}/{1}; puuttuu: {2}.", "{0} sur {1} ; manque : {2}."),
    Line("actions-one", "1 action", "1 tehtävä", "{0} action"),
    Line("actions-many", "{0} actions", "{0} tehtävää", "{0} actions"),
    Line(
      "complete", "{0}, each with who, when and how it will be seen.",
      "{0}; jokaisessa on kuka, milloin ja mistä sen näkee.", "{0}, avec qui, quand et à quoi on le verra."),
    Line(
      "incomplete", "{0}; something was left blank in {1}.", "{0}; jotain jäi tyhjäksi: {1}.",
      "{0} ; il manque quelque chose dans {1}."),
    Line("deviations-one", "1 deviation from the plan", "1 poikkeama suunnitelmasta", "{0} écart au plan"),
    Line("deviations-many", "{0} deviations from the plan", "{0} poikkeamaa suunnitelmasta", "{0} écarts au plan"),
    Line(
      "pace", "It took {0}; agreed were {1}.", "Aikaa meni {0}; sovittu oli {1}.", "Elle a duré {0} ; convenu : {1}."),
    Line(
      "took", "Planned {0}, agreed {1}. The steps took {2} of {3} planned for them; in all {4} passed.",
      "Suunniteltu {0}, sovittu {1}. Vaiheisiin meni {2}, niille oli suunniteltu {3}; kaikkiaan kului {4}.",
      "Prévu {0}, convenu {1}. Les étapes ont pris {2} sur {3} prévus ; en tout {4}."),
    Line("picture-of", "Photo {0}: {1}", "Kuva {0}: {1}", "Photo {0} : {1}"),
    Line(
      "file-withdrawn",
      "{0}; not shown, and left out of bundles: it lies in the session’s folder until somebody takes it out",
      "{0}; ei näytetä, eikä se ole mukana paketeissa: se on istunnon kansiossa, kunnes joku ottaa sen pois",
      "{0} ; non montré et absent des archives : il reste dans le dossier de la séance jusqu’à ce qu’on l’en retire"),
    Line(
      "picture-missing", "not in the folder as it was handed in", "ei kansiossa sellaisena kuin se annettiin",
      "pas dans le dossier telle qu’elle a été remise"),
    Line(
      "picture-large", "not shown: larger than {0} MB", "ei näytetä: suurempi kuin {0} Mt",
      "non montrée : plus de {0} Mo"),
    Line(
      "picture-room", "not shown: the pictures before it fill the {0} MB of this page",
      "ei näytetä: aiemmat kuvat täyttävät tämän sivun {0} Mt",
      "non montrée : les images précédentes remplissent les {0} Mo de cette page"),
    Line("still-open", "still open", "yhä auki", "encore ouvert"),
    Line("still-open-one", "{1}, 1 still open", "{1}, joista 1 yhä auki", "{1}, dont {0} encore ouverte"),
    Line("still-open-many", "{1}, {0} still open", "{1}, joista {0} yhä auki", "{1}, dont {0} encore ouvertes"),
    Line(
      "at-once",
      "Steps that ran side by side took their time at once, which is why they add up to more than passed.",
      "Rinnakkain kulkeneet vaiheet veivät aikansa yhtä aikaa, siksi niiden summa on suurempi kuin kulunut aika.",
      "Les étapes menées en parallèle ont pris leur temps à la fois : leur somme dépasse donc le temps passé."),
    Line("cell-withheld", "Not shown: {0}.", "Ei näytetä: {0}.", "Non montré : {0}."),
    Line("paused-for", "Paused {0}.", "Taukoa {0}.", "Pause : {0}."),
    Line("lost", "Lost to interruptions {0}.", "Keskeytyksiin kului {0}.", "Perdu en interruptions : {0}."),
    Line("said-on", "{0} on {1}", "{0} {1}", "{0} le {1}"),
    Line("moved-to", "moved to {0}", "siirretty: {0}", "reporté au {0}"),
    Line(
      "erased",
      "On {0} {1} had the name and words of {2} erased: the name in {3} places, {4} texts, {5} mentions in texts of others. Counts and decisions stand as they were.",
      "{0} {1} poistatti henkilön {2} nimen ja sanat: nimi {3} kohdasta, {4} tekstiä, {5} mainintaa muiden teksteissä. Luvut ja päätökset jäivät ennalleen.",
      "Le {0}, {1} a fait effacer le nom et les mots de {2} : le nom en {3} endroits, {4} textes, {5} mentions dans des textes d’autres. Les comptes et décisions restent."
    ),
    Line("up-to-attempts", "after up to {0} attempts", "enintään {0}. yrityksellä", "après {0} essais au plus"),
    Line("attempts", "after {0} attempts", "{0}. yrityksellä", "après {0} essais"),
  ]

  private static let facts: [Line] = [
    Line("present", "{0} at the start, {1} in all", "{0} alussa, {1} kaikkiaan", "{0} au début, {1} en tout"),
    Line("from-to", "{0}, {1} to {2} UTC", "{0} klo {1}–{2} UTC", "{0}, de {1} à {2} UTC"),
    Line("from", "{0}, from {1} UTC; not ended", "{0} klo {1} alkaen UTC; kesken", "{0}, dès {1} UTC ; pas terminée"),
    Line("never", "not started", "ei alkanut", "pas commencée"),
    Line("answered", "{0} of {1} answered", "{0}/{1} vastasi", "{0} sur {1} ont répondu"),
    Line(
      "answered-in-part", "not all of the paper was entered", "kaikkea paperilla olevaa ei kirjattu",
      "tout le papier n’a pas été saisi"),
    Line("entitled", "{0} could decide", "{0} sai päättää", "{0} pouvaient décider"),
    Line("threshold", "threshold {0} of those {1}", "kynnys {0}, osuus: {1}", "seuil {0} de : {1}"),
    Line("none-above", "none had more than {0}", "mikään ei saanut yli {0}", "rien n’a eu plus de {0}"),
    Line("none-reached", "none reached {0}", "mikään ei yltänyt: {0}", "rien n’a atteint {0}"),
    Line("percent", "{0}%", "{0} %", "{0} %"), Line("of-these", "({0})", "({0})", "({0})"),
    Line(
      "passed-failing", "without advice, although this fails: {0}", "ilman neuvoa, vaikka ei täyty: {0}",
      "sans avis, bien que non remplie : {0}"),
    Line(
      "passed-unknown", "without advice, since data are missing: {0}", "ilman neuvoa, koska tietoja puuttuu: {0}",
      "sans avis, faute de données : {0}"),
    Line("without-data", "{0} of {1} without data", "{0}/{1} ilman tietoja", "{0} sur {1} sans données"),
    Line("in-the-end", "at the end: {0}", "lopussa: {0}", "à la fin : {0}"),
    Line("in-round", "{0} (round {1})", "{0} (kierros {1})", "{0} (tour {1})"),
    Line("quorum", "quorum {0}", "päätösvaltaraja {0}", "quorum {0}"),
    Line("silence-passes", "silence counts as a pass", "hiljaisuus ei estä", "le silence vaut accord"),
    Line("silence-blocks", "silence blocks", "hiljaisuus estää", "le silence bloque"),
    Line("round", "round {0}", "kierros {0}", "tour {0}"), Line("run", "run {0}", "ajo {0}", "passage {0}"),
    Line("attempt", "attempt {0}", "yritys {0}", "essai {0}"),
    Line("counts-withheld", "Counts are not shown: {0}.", "Lukuja ei näytetä: {0}.", "Chiffres non montrés : {0}."),
    Line(
      "dissent-withheld", "Who did not go along is not shown: {0}.", "Ei näytetä, kuka ei ollut mukana: {0}.",
      "Qui n’a pas suivi n’est pas montré : {0}."),
    Line(
      "choice-withheld", "A choice is not shown: {0}.", "Valintaa ei näytetä: {0}.", "Un choix n’est pas montré : {0}."),
    Line("condition-of", "condition of “{0}”", "ehto: ”{0}”", "condition de « {0} »"),
    Line("reading-all", "All of these", "Kaikki näistä", "Tout ceci"),
    Line("reading-any", "At least one of these", "Ainakin yksi näistä", "Au moins un de ceci"),
    Line("reading-none", "None of these", "Ei mikään näistä", "Rien de ceci"),
    Line("follows", "“{0}”, {1}: {2}", "”{0}”, {1}: {2}", "« {0} », {1} : {2}"),
    Line("meets", "for: {0}", "vastaa: {0}", "pour : {0}"),
    Line("misses", "later steps miss: {0}", "myöhemmin puuttuu: {0}", "manque ensuite : {0}"),
    Line(
      "more-verdicts", "and {0} more decided in the report", "ja {0} muuta päätöstä raportissa",
      "et {0} autres décisions dans le compte rendu"),
    Line("left-to-report", "{0} (more in the report)", "{0} (lisää raportissa)", "{0} (suite dans le compte rendu)"),
    Line("more-actions", "and {0} more in the report", "ja {0} muuta raportissa", "et {0} autres dans le compte rendu"),
    Line(
      "flow-told", "{0} steps in {1} runs; {2} run again, {3} skipped.",
      "{0} vaihetta, {1} ajoa; {2} uudestaan, {3} ohitettu.", "{0} étapes en {1} passages ; {2} refaits, {3} sautés."),
    Line(
      "time-told", "{0}: planned {1}, used {2}", "{0}: suunniteltu {1}, käytetty {2}", "{0} : prévu {1}, utilisé {2}"),
  ]

  private static let figures: [Line] = [
    Line("withheld-one", "1 entry not shown: {1}.", "1 kirjaus ei näkyvissä: {1}.", "1 entrée non montrée : {1}."),
    Line(
      "withheld-many", "{0} entries not shown: {1}.", "{0} kirjausta ei näkyvissä: {1}.",
      "{0} entrées non montrées : {1}."),
    Line(
      "wordings-one", "1 wording not shown: private.", "1 sanamuoto ei näkyvissä: yksityinen.",
      "1 formulation non montrée : privée."),
    Line(
      "wordings-many", "{0} wordings not shown: private.", "{0} sanamuotoa ei näkyvissä: yksityisiä.",
      "{0} formulations non montrées : privées."),
    Line("figures-withheld", "Figures are not shown: {0}.", "Lukuja ei näytetä: {0}.", "Chiffres non montrés : {0}."),
    Line(
      "some-withheld", "Some figures are not shown: {0}.", "Kaikkia lukuja ei näytetä: {0}.",
      "Certains chiffres non montrés : {0}."),
    Line(
      "single-withheld", "Single answers are not shown: {0}.", "Yksittäisiä vastauksia ei näytetä: {0}.",
      "Réponses une à une non montrées : {0}."),
    Line("tally", "Counted in the room, {0}: {1}", "Laskettu huoneessa, {0}: {1}", "Compté dans la salle, {0} : {1}"),
    Line(
      "tally-of", "Counted in the room, {0}: {1} of {2} ballots", "Laskettu huoneessa, {0}: {1}, lipukkeita {2}",
      "Compté dans la salle, {0} : {1} sur {2} bulletins"),
    Line(
      "tally-dots-one", "Counted in the room, {1}: 1 dot, from {2} ballots",
      "Laskettu huoneessa, {1}: 1 piste, lipukkeita {2}", "Compté dans la salle, {1} : {0} point, de {2} bulletins"),
    Line(
      "tally-dots-many", "Counted in the room, {1}: {0} dots, from {2} ballots",
      "Laskettu huoneessa, {1}: {0} pistettä, lipukkeita {2}",
      "Compté dans la salle, {1} : {0} points, de {2} bulletins"),
    Line(
      "tally-sum", "Counted in the room, {0}: {1} in all, from {2} ballots",
      "Laskettu huoneessa, {0}: yhteensä {1}, lipukkeita {2}",
      "Compté dans la salle, {0} : {1} en tout, de {2} bulletins"),
    Line("passed", "{0} passed", "{0} ohitti", "{0} sans avis"),
    Line(
      "changed-one", "Changed once; every wording stands under its step.",
      "Muutettu kerran; jokainen sanamuoto on vaiheensa alla.",
      "Modifié une fois ; chaque formulation est sous son étape."),
    Line(
      "changed-many", "Changed {0} times; every wording stands under its step.",
      "Muutettu {0} kertaa; jokainen sanamuoto on vaiheensa alla.",
      "Modifié {0} fois ; chaque formulation est sous son étape."),
    Line("taken-from", "taken from “{0}”", "otettu: ”{0}”", "repris de « {0} »"),
    Line(
      "rival", "without having seen the wording before", "näkemättä edellistä sanamuotoa",
      "sans avoir vu la formulation précédente"),
    Line("by-rule", "by {0}", "tapa: {0}", "par {0}"), Line("nothing", "nothing", "ei mitään", "rien"),
    Line("agreed-one", "1 agreed", "1 sovittu", "{0} convenue"),
    Line("agreed-many", "{0} agreed", "{0} sovittu", "{0} convenues"),
    Line("laid-out", "As it was laid out: {0}.", "Suunnitelman mukaan: {0}.", "Comme prévu : {0}."),
    Line("bar", "{0}: {1}", "{0}: {1}", "{0} : {1}"),
    Line(
      "rating-told", "{0}: median {1}, from {2} to {3}, n = {4}", "{0}: mediaani {1}, {2}–{3}, n = {4}",
      "{0} : médiane {1}, de {2} à {3}, n = {4}"),
    Line(
      "plane-told", "Each number is a thing in the table beside; further right is more {0}, further up is more {1}.",
      "Jokainen numero on asia taulukossa; oikealla on enemmän: {0}, ylhäällä enemmän: {1}.",
      "Chaque numéro est un élément du tableau ; plus à droite : plus de {0}, plus haut : plus de {1}."),
    Line("plane-title", "{0} against {1}", "{0} ja {1}", "{0} et {1}"),
    Line(
      "stale", "Out of date, from “{0}”: {1}.", "Vanhentunut, vaiheesta ”{0}”: {1}.", "Dépassé, de « {0} » : {1}."),
    Line("changed-meaning", "and it says something else", "ja sanoo muuta", "et il dit autre chose"),
    Line("sheet", "sheet {0}", "lomake {0}", "feuille {0}"),
  ]

  private static let compared: [Line] = [
    Line("sessions-one", "1 session", "1 istunto", "{0} séance"),
    Line("sessions-many", "{0} sessions", "{0} istuntoa", "{0} séances"),
    Line("sites-one", "1 place", "1 paikka", "{0} lieu"), Line("sites-many", "{0} places", "{0} paikkaa", "{0} lieux"),
    Line("span", "{0} to {1}", "{0}–{1}", "{0} à {1}"),
    Line("used", "used {0} min", "käytetty {0} min", "utilisé {0} min"),
    Line("planned", "planned {0} min", "suunniteltu {0} min", "prévu {0} min"),
    Line("amount-kept-back", "{0} ({1})", "{0} ({1})", "{0} ({1})"),
    Line("used-of", "{0} of {1}", "{0} / {1}", "{0} sur {1}"),
    Line("skipped-one", "left out once", "jätetty pois kerran", "omis {0} fois"),
    Line("skipped-many", "left out {0} times", "jätetty pois {0} kertaa", "omis {0} fois"),
    Line("overruled-one", "overruled once", "toisin kuin neuvottiin kerran", "contre l’avis {0} fois"),
    Line("overruled-many", "overruled {0} times", "toisin kuin neuvottiin {0} kertaa", "contre l’avis {0} fois"),
    Line("in-sessions-one", "in 1 session", "1 istunnossa", "dans {0} séance"),
    Line("in-sessions-many", "in {0} sessions", "{0} istunnossa", "dans {0} séances"),
    Line("kept-back-one", "kept back in 1", "1 ei näytetä", "{0} non montré"),
    Line("kept-back-many", "kept back in {0}", "{0} ei näytetä", "{0} non montrés"),
    Line(
      "more-panels-one", "1 more has no drawing; dotank compare --csv has it.",
      "1 on vailla kuviota; dotank compare --csv sisältää sen.",
      "{0} autre sans graphique ; dotank compare --csv l’a."),
    Line(
      "more-panels-many", "{0} more, most in one session only, have no drawing; dotank compare --csv has them.",
      "{0} muuta, useimmat vain yhdessä istunnossa, ovat vailla kuviota; dotank compare --csv sisältää ne.",
      "{0} autres, la plupart dans une seule séance, sont sans graphique ; dotank compare --csv les a."),
    Line("more-reasons", "and {0} more", "ja {0} muuta", "et {0} autres"),
    Line("version-step", "From version {0} to {1}", "Versiosta {0} versioon {1}", "De la version {0} à {1}"),
  ]
}
