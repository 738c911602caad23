// breaks: declared-dependency
import yauzl from "yauzl";
export const x = yauzl;
