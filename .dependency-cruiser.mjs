import { MODULES } from "./boundaries.mjs";

// Every rule here has a file under tools/boundary-samples/ that must break it; `npm run boundaries` fails otherwise.
const rule = (name, from, to) => ({
  name,
  severity: "error",
  from: { path: from[0], ...(from[1] ? { pathNot: from[1] } : {}) },
  to,
});
const PURE = "\\.(rules|policy|contract)\\.ts$";
const DOOR = "(index|[^/]+\\.contract)\\.ts$";
const TEST = "\\.test\\.tsx?$";

export default {
  forbidden: [
    // Type imports count too: a module that knows another one's types depends on it.
    ...Object.entries(MODULES).map(([name, uses]) =>
      rule(`module:${name}`, [`^src/modules/${name}/`], {
        path: "^src/modules/",
        pathNot: `^src/modules/(${[name, ...uses].join("|")})/`,
      }),
    ),
    rule("unknown-module", ["^src/modules/([^/]+)/", `^src/modules/(${Object.keys(MODULES).join("|")})/`], {}),
    rule("front-door-only", ["^src/modules/([^/]+)/", "\\.contract\\.ts$"], {
      path: "^src/modules/[^/]+/(?!index\\.ts$)",
      pathNot: "^src/modules/$1/",
    }),
    // A shape that holds another module's shape takes it from that contract: the door itself is not pure.
    rule("front-door-only:contract", ["^src/modules/([^/]+)/.*\\.contract\\.ts$"], {
      path: `^src/modules/[^/]+/(?!${DOOR})`,
      pathNot: "^src/modules/$1/",
    }),
    rule("front-door-only:outside", ["^(src|test|tools|db)/", "^src/modules/"], {
      path: `^src/modules/[^/]+/(?!${DOOR})`,
    }),
    rule("modules-know-no-surface", ["^src/modules/"], { path: "^src/(?!modules/|platform/|kernel/|verify/)" }),
    rule("no-cycles", ["^(src|test|tools|db)/"], { circular: true }),
    rule("floor:kernel", ["^src/kernel/", TEST], { path: "^src/(?!kernel/)|^db/" }),
    rule("floor:verify", ["^src/verify/", TEST], { path: "^src/(?!verify/)|^db/|node_modules" }),
    rule("floor:platform", ["^src/platform/"], { path: "^src/(?!platform/|kernel/)" }),
    rule("surface:portal", ["^src/portal/"], { path: "^src/(?!portal/|modules/|kernel/|platform/http)|^db/" }),
    // A command has to read the settings and tell in words why a start failed; the rest of the platform stays behind app.
    rule("surface:cli", ["^src/cli/"], {
      path: "^src/(?!cli/|modules/|kernel/|app/|platform/(config|start-error)\\.ts)|^db/",
    }),
    rule("pure", [PURE], { path: "\\.(store|routes|jobs)\\.ts$|^src/platform/|node_modules/(pg|kysely|fastify)/" }),
    rule("pure:modules", [PURE], { path: "^src/modules/", pathNot: PURE, dependencyTypesNot: ["type-only"] }),
    rule("pure:core", [PURE], { dependencyTypes: ["core"] }),
    // Tests may speak SQL: they attack the tables as the application's role and look at what was stored.
    rule("sql-in-stores", ["^src/", `\\.store\\.ts$|^src/platform/|${TEST}`], { path: "node_modules/(pg|kysely)/" }),
    rule("web-in-the-browser", ["^src/web/"], {
      path: "^src/(?!web/|client/|kernel/|verify/)",
      pathNot: "\\.contract\\.ts$",
    }),
    // The client stands for the API as others see it: what it knows of the server is printed from the description.
    rule("client-knows-the-api-only", ["^src/client/"], { path: "^src/(?!client/|kernel/)|^db/" }),
    rule("server-knows-no-web", ["^(src|db)/", "^src/(web|client)/"], { path: "^src/(web|client)/" }),
    rule("product-not-tests", ["^src/", TEST], { path: `${TEST}|^test/` }),
    rule("product-not-tools", ["^src/", TEST], { path: "^tools/" }),
    rule("no-dev-dependency-shipped", ["^src/", TEST], {
      dependencyTypes: ["npm-dev"],
      dependencyTypesNot: ["type-only"],
    }),
    rule("declared-dependency", ["^(src|test|tools|db)/"], { dependencyTypes: ["npm-no-pkg", "npm-unknown"] }),
    rule("resolvable", ["^(src|test|tools|db)/"], { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^tools/(boundary|lint)-samples/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
