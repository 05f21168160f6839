extension Phrasebook {
  static let french = Phrasebook(
    openings: [
      "Plus de temps pour", "Essayer", "Ensemble :", "Et si on lançait", "Commencer petit :", "Garder", "Partager",
      "Faire une place à",
    ],
    subjects: [
      "la lecture à voix haute", "l’avis des élèves", "l’atelier du soir", "l’entraide", "la préparation à deux",
      "la visite de classes", "un coin calme", "une matinée dehors", "l’aide aux devoirs", "un carnet de bord",
      "une table de bricolage", "la réunion du vendredi",
    ],
    endings: [
      "chaque semaine", "dans deux classes", "avant l’été", "avec les familles", "même pour les discrets",
      "entre les niveaux", "pendant un trimestre", "sans réunion de plus", "",
    ],
    joining: "et",
    questions: [
      "Qu’est-ce qui aiderait, pour * ?", "Que pouvons-nous faire nous-mêmes pour * avant l’été ?",
      "Qu’est-ce qui bloque, pour * ?",
    ],
    objections: [
      "cela prend des heures à ceux qui en ont le moins", "personne ne s’en occupe une fois le projet fini",
      "les familles qui travaillent le soir ne peuvent pas venir",
      "cela ne tient pas dans l’emploi du temps des grands",
    ],
    concerns: [
      "cela peut devenir une réunion de plus", "les nouveaux pourraient rester à l’écart",
      "la date est proche des bulletins", "j’aimerais voir les chiffres dans un mois",
    ],
    amendments: [
      "un trimestre pour commencer", "d’abord avec deux classes", "avec un bilan après six semaines",
      "les remplacements réglés avant", "les familles choisissent entre deux dates",
    ],
    praise: [
      "nous l’avons déjà fait et cela a tenu", "trois écoles comme la nôtre le disent",
      "les chiffres du dossier le montrent",
      "les gens l’ont demandé",
    ],
    doubts: [
      "personne ici n’a les heures", "l’étude a été faite ailleurs", "nous avons essayé et cela s’est éteint",
      "le dossier n’en dit rien",
    ],
    measures: [
      "chacun l’a essayé une fois", "les dates sont au mur", "dix élèves racontent comment c’était",
      "deux collègues sont allés voir",
    ],
    conditions: [
      "les remplacements sont réglés", "les familles ont été entendues en mars",
      "le coût de la deuxième année est connu",
    ],
    notes: [
      "on n’entendait pas au fond", "de bons rires, y laisser plus de temps", "il manque un stylo à la deuxième table",
      "revenir sur la question de l’argent",
    ],
    answers: [
      "en bref, avec des mots simples", "comme au dossier, page deux", "deux heures par semaine et un accompagnateur",
      "personne ne savait",
    ],
    steering: Steering(
      skip: ["la salle l’a déjà fait", "nous avons du retard, cela peut attendre"],
      extend: ["la plupart y sont encore", "une table a besoin d’un moment"],
      back: ["quelqu’un avait une question", "un point a été oublié"],
      again: ["la question n’était pas claire", "la moitié avait mal entendu la consigne"],
      pause: ["prendre l’air", "le café est prêt"],
      withdraw: ["dit deux fois", "c’était pour une autre question"],
      overrule: ["la salle en sait plus que les chiffres", "le point manquant est promis pour la semaine prochaine"],
      inserted: ["Se lever et s’étirer", "Un tour rapide : comment ça va ?"]))
}
