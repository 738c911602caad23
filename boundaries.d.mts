export declare const MODULES: Readonly<Record<string, readonly string[]>>;
