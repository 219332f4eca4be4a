/** First start, signing in, the list of projects. */
export const signIn = {
  title: "Se connecter",
  lead: "Relire et signer le transcodage LOINC de votre laboratoire.",
  login: "Identifiant",
  password: "Mot de passe",
  submit: "Se connecter",
  oidc: "Se connecter avec le compte de l'établissement",
  oidcFailed: {
    unknown:
      "L'établissement vous a reconnu, mais aucun compte n'est à votre nom ici : demandez à l'administrateur de le créer.",
    refused:
      "L'établissement n'a pas confirmé votre identité. Recommencez ; si cela se répète, prévenez l'administrateur.",
    expired: "La connexion a pris trop de temps. Recommencez.",
    unreachable: "Le service de connexion de l'établissement ne répond pas. Réessayez plus tard.",
  } as { readonly [why: string]: string },
  wrong: "Identifiant ou mot de passe inconnu.",
};

export const setup = {
  title: "Première ouverture",
  lead: "Personne n'a encore de compte ici. Créez celui de l'administrateur : il pourra ensuite créer ceux des biologistes.",
  name: "Nom, tel qu'il paraîtra dans l'historique",
  login: "Identifiant",
  password: "Mot de passe",
  passwordHelp: "Douze caractères au moins. Une phrase facile à retenir convient très bien.",
  again: "Le même mot de passe, encore une fois",
  differs: "Les deux mots de passe diffèrent.",
  short: "Douze caractères au moins.",
  token: "Code de mise en service",
  tokenHelp: "Il s'affiche dans le terminal où le serveur a démarré.",
  submit: "Créer le compte",
};

export const projects = {
  title: "Projets",
  lead: "Un projet est le catalogue d'un laboratoire, transcodé avec une version de LOINC.",
  none: "Aucun projet pour l'instant.",
  noneManager: "Déposez les trois fichiers exportés de votre SGL : le premier projet sera prêt en quelques secondes.",
  noneAdmin:
    "Importer un catalogue revient au gestionnaire, le relire et le signer au biologiste. Donnez ces rôles à votre compte si vous faites tout, ou créez les comptes des autres.",
  toAccounts: "Comptes et rôles",
  noneReader: "Le gestionnaire du catalogue doit d'abord en importer un.",
  import: "Importer un catalogue",
  name: "Projet",
  laboratory: "Laboratoire",
  items: "Lignes",
  progress: "Avancement",
  references: "Référence",
  created: "Créé le",
  matching: "propositions en cours de calcul",
  signed: "signées",
  decided: "décidées",
  open: "à décider",
};
