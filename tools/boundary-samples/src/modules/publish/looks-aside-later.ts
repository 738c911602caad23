// breaks: module:publish
export const later = (): Promise<unknown> => import("#ingest");
