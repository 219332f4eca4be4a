/** The overlay of keys. */
type Group = { readonly title: string; readonly keys: readonly (readonly [string, string])[] };

export const keyboard = {
  title: "Tout au clavier",
  letters: "Les lettres seules agissent (décochez si vous dictez vos textes)",
  groups: [
    {
      title: "Partout",
      keys: [
        ["?", "montrer cette aide"],
        ["Tab Maj+Tab", "passer d'un champ ou d'un bouton à l'autre"],
        ["Échap", "fermer, ou revenir à la liste"],
      ],
    },
    {
      title: "Dans la liste",
      keys: [
        ["↑ ↓", "ligne précédente, suivante (aussi K et J)"],
        ["Pg↑ Pg↓", "page précédente, suivante"],
        ["Début Fin", "première, dernière ligne"],
        ["Entrée", "ouvrir la ligne"],
        ["Espace", "cocher ou décocher la ligne"],
        ["Maj+↑ Maj+↓", "étendre la sélection"],
        ["Ctrl+A", "tout cocher"],
        ["/", "chercher dans la liste"],
        ["F", "aller aux filtres"],
      ],
    },
    {
      title: "Décider",
      keys: [
        ["A", "accepter la première proposition (de la ligne, ou des lignes cochées)"],
        ["1 2 3 4 5", "choisir ce candidat"],
        ["Q", "répondre à la question qui départage"],
        ["R", "rechercher dans tout LOINC"],
        ["T", "code d'attente"],
        ["L", "code local seul"],
        ["N", "ne pas coder"],
        ["V", "seconde lecture : d'accord"],
        ["C", "commenter"],
        ["U", "annuler ma dernière action"],
      ],
    },
  ] as readonly Group[],
};
