/** The addresses of the application, in the words of its users. */
export const paths = {
  projects: "/projets",
  newProject: "/projets/nouveau",
  project: (id: string) => `/projets/${id}`,
  rows: (id: string, query = "") => `/projets/${id}/lignes${query}`,
  row: (id: string, item: number) => `/projets/${id}/lignes?ligne=${item}`,
  lots: (id: string) => `/projets/${id}/lots`,
  exams: (id: string) => `/projets/${id}/examens`,
  chapters: (id: string) => `/projets/${id}/chapitres`,
  requests: (id: string) => `/projets/${id}/demandes`,
  signoff: (id: string) => `/projets/${id}/signature`,
  proof: (id: string, proof: string) => `/projets/${id}/preuves/${proof}`,
  exports: (id: string) => `/projets/${id}/export`,
  reimport: (id: string) => `/projets/${id}/import`,
  admin: (part: AdminPart) => `/administration/${part}`,
} as const;

export const ADMIN_PARTS = ["utilisateurs", "references", "historique", "sauvegarde"] as const;
export type AdminPart = (typeof ADMIN_PARTS)[number];
