extension Words {
  /// Headings, column heads and the small words between values, as templates name them.
  static let labels: [Line] = frame + decided + course + written + people + compared

  private static let frame: [Line] = [
    Line("report", "Session report", "Istunnon raportti", "Compte rendu de la séance"),
    Line("brief", "Decision brief", "Päätöskooste", "Synthèse de décision"),
    Line("skip", "Skip to the decisions", "Siirry päätöksiin", "Aller aux décisions"),
    Line("contents", "In this report", "Tässä raportissa", "Dans ce compte rendu"),
    Line(
      "rehearsal", "A rehearsal with simulated people: nothing here was said by anybody.",
      "Harjoitus keksityillä ihmisillä: kukaan ei ole sanonut mitään tästä.",
      "Une répétition avec des personnes simulées : rien ici n’a été dit par quelqu’un."),
    Line("when", "When", "Milloin", "Quand"), Line("where", "Where", "Missä", "Où"),
    Line("persons", "People", "Ihmisiä", "Personnes"), Line("method", "Method", "Menetelmä", "Méthode"),
    Line("variant", "a variant of", "muunnelma menetelmästä", "une variante de"),
    Line("fingerprint", "fingerprint", "tunniste", "empreinte"), Line("settings", "Settings", "Asetukset", "Réglages"),
    Line("purpose", "Purpose", "Tarkoitus", "But"), Line("inShort", "In short", "Lyhyesti", "En bref"),
    Line("ended", "How it ended", "Miten se päättyi", "Comment elle a fini"),
    Line("delivered", "Delivered", "Saatu aikaan", "Livré"), Line("time", "Time", "Aika", "Temps"),
    Line("origins", "Where the method comes from", "Mistä menetelmä on peräisin", "D’où vient la méthode"),
    Line(
      "files",
      "This report is for people. Beside it lie outcome.json with everything and tables/ for spreadsheets. All times are UTC.",
      "Tämä raportti on ihmisille. Sen vieressä ovat outcome.json, jossa on kaikki, ja taulukot kansiossa tables/. Kaikki ajat ovat UTC-aikoja.",
      "Ce compte rendu est pour les personnes. À côté : outcome.json avec tout, et tables/ pour les tableurs. Toutes les heures sont en UTC."
    ),
    Line("none", "None.", "Ei ole.", "Aucun."), Line("notSaid", "not said", "ei sanottu", "non précisé"),
    Line("missing", "missing", "puuttuu", "manque"), Line("yes", "yes", "kyllä", "oui"), Line("no", "no", "ei", "non"),
  ]

  private static let decided: [Line] = [
    Line("decisions", "What was decided", "Mitä päätettiin", "Ce qui a été décidé"),
    Line(
      "nothingDecided", "Nothing was put to a decision, a checkpoint or a choice.",
      "Mistään ei tehty päätöstä, tarkistusta eikä valintaa.",
      "Rien n’a été soumis à une décision, un point de contrôle ou un choix."),
    Line("decision", "Decision", "Päätös", "Décision"),
    Line("checkpoint", "Checkpoint", "Tarkistuspiste", "Point de contrôle"),
    Line("choice", "Choice", "Valinta", "Choix"),
    Line("rule", "By which rule", "Millä säännöllä", "Selon quelle règle"),
    Line("on", "On", "Asia", "Sur"), Line("chosen", "Chosen", "Valittu", "Choisi"),
    Line("reason", "Reason", "Syy", "Raison"),
    Line("chosenBy", "Chosen by", "Valitsi", "Choix de"), Line("figures", "The figures", "Luvut", "Les chiffres"),
    Line("evidence", "Evidence", "Näyttö", "Éléments"), Line("signals", "Signals", "Merkit", "Signaux"),
    Line("dissent", "Who did not go along", "Kuka ei ollut mukana", "Qui n’a pas suivi"),
    Line(
      "noDissent", "Nobody is on record against it.", "Kukaan ei ole merkitty vastaan.", "Personne n’est noté contre."),
    Line("objections", "Objections", "Vastaväitteet", "Objections"), Line("concerns", "Concerns", "Huolet", "Réserves"),
    Line("conditions", "Conditions", "Ehdot", "Conditions"), Line("criterion", "Criterion", "Ehto", "Critère"),
    Line("result", "Result", "Tulos", "Résultat"), Line("found", "What was found", "Mitä havaittiin", "Constat"),
    Line("decidedBy", "Decided by", "Päättäjä", "Décidé par"),
    Line("advice", "The criteria advised", "Ehtojen neuvo", "Avis des critères"),
    Line("overruled", "overruled", "toisin kuin neuvottiin", "contre l’avis"),
    Line("judgements", "Judgements asked for", "Pyydetyt arviot", "Avis demandés"),
    Line(
      "earlierAttempts", "Earlier rounds and attempts", "Aiemmat kierrokset ja yritykset", "Tours et essais précédents"),
    Line("replacedLater", "replaced later", "korvattu myöhemmin", "remplacé plus tard"),
    Line("notDecided", "not decided", "ei päätetty", "non décidé"),
    Line("actions", "Who owes what", "Kuka on luvannut mitä", "Qui doit quoi"),
    Line("what", "What", "Mitä", "Quoi"), Line("who", "Who", "Kuka", "Qui"),
    Line("due", "By when", "Mihin mennessä", "Pour quand"),
    Line("measure", "How we see it", "Mistä sen näkee", "À quoi on le verra"),
    Line("from", "From", "Mistä", "Venant de"),
    Line("noActions", "No actions were agreed.", "Tehtävistä ei sovittu.", "Aucune action n’a été convenue."),
    Line("notCounted", "Not counted", "Ei lasketa mukaan", "Non comptées"),
    Line("done", "Done", "Tehty", "Fait"), Line("signed", "Read and agreed", "Luettu ja hyväksytty", "Lu et approuvé"),
  ]

  private static let course: [Line] = [
    Line(
      "deviations", "Where the session left the plan", "Missä poikettiin suunnitelmasta",
      "Où la séance s’est écartée du plan"),
    Line(
      "carried", "Carried here from earlier sessions", "Aiemmista istunnoista mukaan otettu",
      "Repris de séances précédentes"),
    Line("whatCame", "What came of them", "Mitä niistä tuli", "Ce qu’elles sont devenues"),
    Line("erased", "What was erased", "Mitä poistettiin", "Ce qui a été effacé"),
    Line("besideIt", "Changed or removed beside it", "Sen lisäksi muutettu tai poistettu", "Modifié ou retiré à côté"),
    Line("noDeviations", "It kept to the method.", "Menetelmää noudatettiin.", "La méthode a été suivie."),
    Line("noReason", "none given", "ei annettu", "non donnée"),
    Line("subject", "Where or who", "Missä tai kuka", "Où ou qui"),
    Line("howItWent", "How it went", "Miten se kulki", "Comment cela s’est passé"),
    Line("timeline", "Planned and actual time", "Suunniteltu ja todellinen aika", "Temps prévu et temps réel"),
    Line("flow", "The way through the method", "Reitti menetelmän läpi", "Le chemin à travers la méthode"),
    Line("step", "Step", "Vaihe", "Étape"), Line("status", "Status", "Tila", "État"),
    Line("planned", "Planned", "Suunniteltu", "Prévu"), Line("allotted", "Allotted", "Varattu", "Alloué"),
    Line("used", "Used", "Käytetty", "Utilisé"), Line("opened", "Opened", "Avattu", "Ouvert"),
    Line("stands", "stands", "voimassa", "valable"), Line("replaced", "replaced", "korvattu", "remplacé"),
    Line("skipped", "skipped", "ohitettu", "sauté"), Line("wentBack", "went back", "palattiin", "retour"),
    Line("onTheWay", "Conditions read on the way", "Matkalla luetut ehdot", "Conditions lues en chemin"),
    Line("answers", "Questions answered on the way", "Matkalla vastatut kysymykset", "Questions résolues en chemin"),
    Line("notes", "Notes", "Muistiinpanot", "Notes"),
    Line("tracks", "What ran side by side", "Mitä kulki rinnakkain", "Ce qui s’est fait en parallèle"),
    Line("meetings", "Meetings and windows", "Kokoontumiset ja aikaikkunat", "Réunions et fenêtres"),
    Line("presentThere", "Present", "Paikalla", "Présents"),
    Line("queues", "Gone through one by one", "Käyty läpi yksi kerrallaan", "Parcouru un à un"),
    Line("reached", "reached", "käsitelty", "traité"), Line("notReached", "not reached", "ei ehditty", "pas atteint"),
    Line("takenOut", "taken out", "otettu pois", "retiré"),
    Line("spoke", "Spoke in turn", "Puhuivat vuorollaan", "Ont parlé à tour de rôle"),
    Line("passedTurn", "passed", "ohittivat vuoronsa", "ont passé leur tour"),
    Line("notHeard", "not heard", "ei kuultu", "pas entendus"),
    Line("earlier", "Read of earlier sessions", "Luettu aiemmista istunnoista", "Lu de séances précédentes"),
    Line("handedIn", "Photos and documents", "Kuvat ja asiakirjat", "Photos et documents"),
    Line("uses", "Methods used inside", "Sisällä käytetyt menetelmät", "Méthodes utilisées"),
  ]

  private static let written: [Line] = [
    Line("outcomes", "What came out", "Mitä saatiin", "Ce qui en est sorti"),
    Line("notDelivered", "Not delivered.", "Ei saatu.", "Non livré."),
    Line(
      "steps", "What was written, step by step", "Mitä kirjoitettiin, vaihe vaiheelta",
      "Ce qui a été écrit, étape par étape"),
    Line("thing", "On", "Asia", "Sur"), Line("criterionOf", "Criterion", "Kriteeri", "Critère"),
    Line("sum", "Sum", "Summa", "Somme"), Line("givenBy", "Given by", "Antajia", "Donné par"),
    Line("n", "n", "n", "n"), Line("median", "Median", "Mediaani", "Médiane"),
    Line("mean", "Mean", "Keskiarvo", "Moyenne"),
    Line("lowest", "Lowest", "Pienin", "Minimum"),
    Line("highest", "Highest", "Suurin", "Maximum"), Line("spread", "Spread", "Hajonta", "Étendue"),
    Line("given", "Given", "Annettu", "Donné"), Line("chart", "Chart", "Kuvio", "Graphique"),
    Line("votes", "Votes", "Äänet", "Votes"), Line("ratings", "Ratings", "Arviot", "Évaluations"),
    Line(
      "ratingsKey",
      "Each circle is a point of the scale, larger where more chose it; the line reaches from the lowest to the highest, the stroke is the median.",
      "Jokainen ympyrä on asteikon kohta, suurempi kun useampi valitsi sen; viiva ulottuu pienimmästä suurimpaan, pystyviiva on mediaani.",
      "Chaque cercle est un point de l’échelle, plus grand s’il a été plus choisi ; la ligne va du minimum au maximum, le trait est la médiane."
    ),
    Line("placements", "Placements", "Sijoittelu", "Placements"), Line("zone", "Zone", "Alue", "Zone"),
    Line("notPlaced", "not placed", "ei sijoitettu", "non placé"),
    Line("single", "Single answers", "Yksittäiset vastaukset", "Réponses une à une"),
    Line("whose", "Whose", "Kenen", "De qui"), Line("linkWord", "leads to", "johtaa", "mène à"),
    Line("unlinked", "Without a link", "Ilman yhteyttä", "Sans lien"), Line("table", "Table", "Taulukko", "Tableau"),
    Line("then", "then", "sitten", "puis"), Line("selected", "Taken", "Otettu", "Retenu"),
    Line("seeActions", "see “Who owes what”", "ks. ”Kuka on luvannut mitä”", "voir « Qui doit quoi »"),
    Line("seeAbove", "See above.", "Katso yllä.", "Voir plus haut."),
    Line(
      "seeElsewhere", "See the settings and the groups.", "Katso asetukset ja ryhmät.",
      "Voir les réglages et les groupes."),
  ]

  private static let people: [Line] = [
    Line("people", "Who was there", "Ketkä olivat paikalla", "Qui était là"),
    Line("name", "Name", "Nimi", "Nom"), Line("atStart", "At the start", "Alussa", "Au début"),
    Line("later", "Later", "Myöhemmin", "Plus tard"), Line("roles", "Roles", "Roolit", "Rôles"),
    Line("groups", "Groups", "Ryhmät", "Groupes"), Line("rotations", "Rotation", "Kierto", "Rotation"),
    Line("lap", "Lap", "Kierros", "Tour"), Line("stayed", "stayed", "jäi", "reste"),
  ]

  private static let compared: [Line] = [
    Line("comparison", "Sessions side by side", "Istunnot rinnakkain", "Séances côte à côte"),
    Line("sessions", "Sessions", "Istunnot", "Séances"), Line("session", "Session", "Istunto", "Séance"),
    Line("version", "Version", "Versio", "Version"),
    Line("fidelity", "Done as written", "Toteutettu", "Fait comme écrit"),
    Line("leftPlan", "Left the way", "Poikettiin", "Écarts"),
    Line("folder", "Folder", "Kansio", "Dossier"),
    Line("span", "From … to", "Mistä mihin", "De … à"),
    Line(
      "order",
      "Each place in a drawing is a session, the oldest on the left. Three figures are the least, the middle and the most.",
      "Jokainen kohta kuviossa on istunto, vanhin vasemmalla. Kolme lukua ovat pienin, keskimmäinen ja suurin.",
      "Chaque place d’un graphique est une séance, la plus ancienne à gauche. Trois chiffres : le moindre, le médian, le plus grand."
    ),
    Line("comparedRatings", "Ratings and votes", "Arviot ja äänet", "Évaluations et votes"),
    Line(
      "comparedTimes", "Time against plan, of the runs that count", "Aika ja suunnitelma, voimassa olevat ajot",
      "Le temps et le plan, des passages qui comptent"),
    Line("comparedAmounts", "How much came out", "Kuinka paljon saatiin", "Combien en est sorti"),
    Line(
      "comparedWays", "Where rooms left the method’s way", "Missä poikettiin menetelmästä",
      "Où l’on a quitté la méthode"),
    Line(
      "comparedVersions", "What changed between the versions", "Mikä muuttui versioiden välillä",
      "Ce qui a changé entre les versions"),
    Line("howOften", "How often", "Kuinka usein", "Combien de fois"),
    Line("inWhich", "In which", "Missä", "Dans lesquelles"),
    Line("reasons", "Reasons given", "Annetut syyt", "Raisons données"),
    Line("range", "lowest to highest", "pienimmästä suurimpaan", "du minimum au maximum"),
    Line("middle", "median", "mediaani", "médiane"), Line("amount", "amount", "määrä", "quantité"),
    Line("keptBack", "kept back", "ei näytetä", "non montré"),
    Line(
      "noVersions", "Nothing a room would notice.", "Ei mitään, minkä huone huomaisi.",
      "Rien que la salle remarquerait."),
  ]
}
