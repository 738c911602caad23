// breaks: module:records
export { NAME } from "#ingest";
