import { columnName } from "../../decode/xlsx/references.rules.ts";
import type { ZipArchive } from "../../decode/xlsx/zip-archive.ts";
import type { CommentPlaces } from "./comments-part.ts";
import type { SheetComment } from "./sheet-comments.ts";

const HEAD =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>';
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const FIRST_ID = 1025;
/** Longest shape that is looked into; a longer one passes as it is. */
const LONGEST_SHAPE = 262_144;
const OPEN = "<v:shape ";
const CLOSE = "</v:shape>";

/**
 * The drawing without which no program shows a comment: VML, as Excel writes it for comments to this day. An existing one
 * is no well-formed XML often enough, so it is taken as text: shapes of our dropped comments go, ours come at the end.
 */
export async function* writeShapes(
  archive: ZipArchive,
  part: string | null,
  comments: ReadonlyMap<string, SheetComment>,
  places: CommentPlaces,
): AsyncGenerator<Buffer> {
  let nextId = FIRST_ID;
  let rest = part === null ? `${HEAD}${SHAPE_TYPE}</xml>` : "";
  if (part !== null) {
    for await (const bytes of archive.read(part)) {
      rest += Buffer.from(bytes).toString("latin1");
      const cut = cutShapes(rest, places);
      rest = cut.rest;
      nextId = Math.max(nextId, cut.highestId + 1);
      if (cut.text !== "") yield Buffer.from(cut.text, "latin1");
    }
  }
  const end = rest.lastIndexOf("</xml>");
  yield Buffer.from(end < 0 ? rest : rest.slice(0, end), "latin1");
  for (const [reference, comment] of comments) {
    if (places.joined.has(reference)) continue;
    yield Buffer.from(shapeXml(nextId, comment), "latin1");
    nextId += 1;
  }
  yield Buffer.from(end < 0 ? "</xml>" : rest.slice(end), "latin1");
}

/** Gives on what is complete; keeps the beginning of a shape, and what may be the end of the drawing. */
function cutShapes(text: string, places: CommentPlaces): { text: string; rest: string; highestId: number } {
  let out = "";
  let from = 0;
  let highestId = 0;
  for (;;) {
    const open = text.indexOf(OPEN, from);
    const close = open < 0 ? -1 : text.indexOf(CLOSE, open);
    if (open < 0 || (close < 0 && text.length - open <= LONGEST_SHAPE)) {
      const kept = open < 0 ? Math.max(from, text.length - 64) : open;
      return { text: out + text.slice(from, kept), rest: text.slice(kept), highestId };
    }
    if (close < 0) return { text: out + text.slice(from), rest: "", highestId };
    const end = close + CLOSE.length;
    const shape = text.slice(open, end);
    highestId = Math.max(highestId, Number(/_s(\d{1,9})"/.exec(shape)?.[1] ?? 0));
    out += text.slice(from, open) + (isDropped(shape, places) ? "" : shape);
    from = end;
  }
}

function isDropped(shape: string, places: CommentPlaces): boolean {
  if (!/ObjectType=["']Note["']/.test(shape)) return false;
  const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape)?.[1];
  const column = /<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(shape)?.[1];
  return (
    row !== undefined &&
    column !== undefined &&
    places.dropped.has(columnName(Number(column) + 1) + String(Number(row) + 1))
  );
}

function shapeXml(id: number, { column, row }: SheetComment): string {
  const anchor = [column, 15, Math.max(0, row - 2), 10, column + 4, 15, row + 7, 4].join(", ");
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:260pt;height:140pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}
