// Printed by tools/generate.ts from the API's own description.
export interface paths {
  "/api/v1/session": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 当前登录者及其权限 / Who is signed in, and what they may do */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              user: {
                id: string;
                userName: string;
                name: string;
              } | null;
              body: {
                code: string;
                name: {
                  zh: string;
                  en: string;
                };
              } | null;
              roles: (
                | "reporter"
                | "reviewer"
                | "operator"
                | "supervisor"
                | "regulator"
                | "counter-clerk"
                | "subject"
                | "auditor"
                | "administrator"
              )[];
              permissions: (
                | "batches:report"
                | "batches:read"
                | "records:read"
                | "records:propose"
                | "records:decide"
                | "documents:file"
                | "archive:read"
                | "reviews:read"
                | "reviews:judge"
                | "subjects:move"
                | "coverage:read"
                | "coverage:report"
                | "coverage:sign"
                | "samples:check"
                | "omissions:read"
                | "omissions:answer"
                | "omissions:review"
                | "omissions:confirm"
                | "people:read"
                | "people:propose"
                | "people:decide"
                | "keys:manage"
                | "figures:read"
                | "figures:dispute"
                | "figures:decide"
                | "audit:read"
                | "metrics:read"
              )[];
              mustChangePassword: boolean;
              /** @description one-time codes are asked for at sign-in */
              secondFactor: boolean;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    /** 用户名和密码登录 / Sign in by user name and password */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json":
              | {
                  user: {
                    id: string;
                    userName: string;
                    name: string;
                  } | null;
                  body: {
                    code: string;
                    name: {
                      zh: string;
                      en: string;
                    };
                  } | null;
                  roles: (
                    | "reporter"
                    | "reviewer"
                    | "operator"
                    | "supervisor"
                    | "regulator"
                    | "counter-clerk"
                    | "subject"
                    | "auditor"
                    | "administrator"
                  )[];
                  permissions: (
                    | "batches:report"
                    | "batches:read"
                    | "records:read"
                    | "records:propose"
                    | "records:decide"
                    | "documents:file"
                    | "archive:read"
                    | "reviews:read"
                    | "reviews:judge"
                    | "subjects:move"
                    | "coverage:read"
                    | "coverage:report"
                    | "coverage:sign"
                    | "samples:check"
                    | "omissions:read"
                    | "omissions:answer"
                    | "omissions:review"
                    | "omissions:confirm"
                    | "people:read"
                    | "people:propose"
                    | "people:decide"
                    | "keys:manage"
                    | "figures:read"
                    | "figures:dispute"
                    | "figures:decide"
                    | "audit:read"
                    | "metrics:read"
                  )[];
                  mustChangePassword: boolean;
                  /** @description one-time codes are asked for at sign-in */
                  secondFactor: boolean;
                }
              | {
                  secondFactorNeeded: boolean;
                };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/second-factor": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 以动态码完成登录 / Finish signing in by a one-time code */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json":
              | {
                  user: {
                    id: string;
                    userName: string;
                    name: string;
                  } | null;
                  body: {
                    code: string;
                    name: {
                      zh: string;
                      en: string;
                    };
                  } | null;
                  roles: (
                    | "reporter"
                    | "reviewer"
                    | "operator"
                    | "supervisor"
                    | "regulator"
                    | "counter-clerk"
                    | "subject"
                    | "auditor"
                    | "administrator"
                  )[];
                  permissions: (
                    | "batches:report"
                    | "batches:read"
                    | "records:read"
                    | "records:propose"
                    | "records:decide"
                    | "documents:file"
                    | "archive:read"
                    | "reviews:read"
                    | "reviews:judge"
                    | "subjects:move"
                    | "coverage:read"
                    | "coverage:report"
                    | "coverage:sign"
                    | "samples:check"
                    | "omissions:read"
                    | "omissions:answer"
                    | "omissions:review"
                    | "omissions:confirm"
                    | "people:read"
                    | "people:propose"
                    | "people:decide"
                    | "keys:manage"
                    | "figures:read"
                    | "figures:dispute"
                    | "figures:decide"
                    | "audit:read"
                    | "metrics:read"
                  )[];
                  mustChangePassword: boolean;
                  /** @description one-time codes are asked for at sign-in */
                  secondFactor: boolean;
                }
              | {
                  secondFactorNeeded: boolean;
                };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/invitations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 凭邀请设置首个密码 / Set a first password by an invitation */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              userName: string;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/end": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 退出登录 / Sign out */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/password": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 修改本人密码 / Change one's own password */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              user: {
                id: string;
                userName: string;
                name: string;
              } | null;
              body: {
                code: string;
                name: {
                  zh: string;
                  en: string;
                };
              } | null;
              roles: (
                | "reporter"
                | "reviewer"
                | "operator"
                | "supervisor"
                | "regulator"
                | "counter-clerk"
                | "subject"
                | "auditor"
                | "administrator"
              )[];
              permissions: (
                | "batches:report"
                | "batches:read"
                | "records:read"
                | "records:propose"
                | "records:decide"
                | "documents:file"
                | "archive:read"
                | "reviews:read"
                | "reviews:judge"
                | "subjects:move"
                | "coverage:read"
                | "coverage:report"
                | "coverage:sign"
                | "samples:check"
                | "omissions:read"
                | "omissions:answer"
                | "omissions:review"
                | "omissions:confirm"
                | "people:read"
                | "people:propose"
                | "people:decide"
                | "keys:manage"
                | "figures:read"
                | "figures:dispute"
                | "figures:decide"
                | "audit:read"
                | "metrics:read"
              )[];
              mustChangePassword: boolean;
              /** @description one-time codes are asked for at sign-in */
              secondFactor: boolean;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/second-factor/setup": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 启用动态码：返回密钥和备用码，首次验证后生效 / Set one-time codes up: gives the secret and backup codes, in force after a first code */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description otpauth:// address for the authenticator */
              uri: string;
              backupCodes: string[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/passkey/options": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 开始以通行密钥登录：给验证器的问题 / Begin signing in by a passkey: what to ask the authenticator */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              challenge: string;
              rpId?: string;
              timeout?: number;
              userVerification: string;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/passkey": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 以通行密钥登录（无需动态码） / Sign in by a passkey; no one-time code is asked for */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              user: {
                id: string;
                userName: string;
                name: string;
              } | null;
              body: {
                code: string;
                name: {
                  zh: string;
                  en: string;
                };
              } | null;
              roles: (
                | "reporter"
                | "reviewer"
                | "operator"
                | "supervisor"
                | "regulator"
                | "counter-clerk"
                | "subject"
                | "auditor"
                | "administrator"
              )[];
              permissions: (
                | "batches:report"
                | "batches:read"
                | "records:read"
                | "records:propose"
                | "records:decide"
                | "documents:file"
                | "archive:read"
                | "reviews:read"
                | "reviews:judge"
                | "subjects:move"
                | "coverage:read"
                | "coverage:report"
                | "coverage:sign"
                | "samples:check"
                | "omissions:read"
                | "omissions:answer"
                | "omissions:review"
                | "omissions:confirm"
                | "people:read"
                | "people:propose"
                | "people:decide"
                | "keys:manage"
                | "figures:read"
                | "figures:dispute"
                | "figures:decide"
                | "audit:read"
                | "metrics:read"
              )[];
              mustChangePassword: boolean;
              /** @description one-time codes are asked for at sign-in */
              secondFactor: boolean;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/passkeys/options": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 开始添加通行密钥：核对密码，返回给验证器的问题 / Begin adding a passkey: takes the password, gives what to ask the authenticator */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              rp: {
                name: string;
                id?: string;
              };
              user: {
                id: string;
                name: string;
                displayName: string;
              };
              challenge: string;
              pubKeyCredParams: {
                type: string;
                alg: number;
              }[];
              /** @description milliseconds */
              timeout?: number;
              excludeCredentials?: {
                /** @description base64url */
                id: string;
                type: string;
                transports?: string[];
              }[];
              authenticatorSelection?: {
                residentKey?: string;
                requireResidentKey?: boolean;
                userVerification?: string;
              };
              attestation?: string;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/passkeys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 本人的通行密钥 / One's own passkeys */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                passkeyId: string;
                name: string;
                /** @description the authenticator keeps a copy elsewhere, such as in a password manager */
                isBackedUp: boolean;
                /** Format: date-time */
                addedAt: string;
                lastUsedOn: string | null;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    /** 添加验证器生成的通行密钥 / Add the passkey that the authenticator made */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                passkeyId: string;
                name: string;
                /** @description the authenticator keeps a copy elsewhere, such as in a password manager */
                isBackedUp: boolean;
                /** Format: date-time */
                addedAt: string;
                lastUsedOn: string | null;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/passkeys/{passkeyId}/name": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 为本人的通行密钥改名 / Give one's own passkey another name */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 通行密钥编号 / UUID of the passkey */
          passkeyId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/passkeys/{passkeyId}/end": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 停用本人的通行密钥（核对密码） / End one's own passkey; takes the password */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 通行密钥编号 / UUID of the passkey */
          passkeyId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/ways": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 密码之外的登录方式 / Ways to sign in beside a password */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              passkeys: boolean;
              identityService: {
                label: {
                  zh: string;
                  en: string;
                };
              } | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/sign-on": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 开始以统一身份认证登录 / Begin signing in by the identity service */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: uri */
              address: string;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/sign-on/answer": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 以统一身份认证平台返回的结果完成登录或关联 / Finish signing in, or linking, by what the identity service came back with */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @enum {unknown} */
              outcome: "signed-in" | "second-factor-needed" | "linked";
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/identity-link": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 本人账号与统一身份的关联 / One's own link with the identity service */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description null where the account is not linked */
              linkedAt: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    /** 开始把本人账号与统一身份关联（核对密码） / Begin linking one's own account with the identity service; takes the password */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: uri */
              address: string;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/identity-link/end": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 解除本人账号与统一身份的关联（核对密码） / End one's own link; takes the password */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/people": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 人员及其角色 / People and their roles */
    get: {
      parameters: {
        query?: {
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                personId: string;
                userName: string;
                name: string;
                secondFactor: boolean;
                /** @description has set a password */
                active: boolean;
                roles: {
                  body: string;
                  /** @enum {unknown} */
                  role:
                    | "reporter"
                    | "reviewer"
                    | "operator"
                    | "supervisor"
                    | "regulator"
                    | "counter-clerk"
                    | "subject"
                    | "auditor"
                    | "administrator";
                }[];
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    /** 邀请人员并提出首个角色（经另一人批准后生效） / Invite a person and propose a first role (in force once another person approved it) */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              personId: string;
              invitation: {
                /** @description shown once; a half that is not complete is joined with the other by a dot */
                token: string;
                /** @description the token alone sets a password */
                complete: boolean;
                /** Format: date-time */
                expiresAt: string;
              };
              proceeding: {
                proceedingId: string;
                procedure: string;
                target: string;
                body: string | null;
                state: string;
                openedBy: string;
                /** Format: date-time */
                openedAt: string;
                endedAt: string | null;
                /** @description when it lapses that nobody decides; null once it ended */
                lapsesAt: string | null;
                decidedBy: string | null;
                fourEyes: boolean;
                detail: {
                  [key: string]: unknown;
                };
                /** @description acts that you may take now */
                allowed: string[];
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/people/{personId}/recovery": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 提出重新邀请（找回账号）：提出人得邀请的一半，批准人得另一半 / Propose a further invitation (account recovery): one half now, the other to whoever approves it */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 人员编号 / UUID of the person */
          personId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              personId: string;
              invitation: {
                /** @description shown once; a half that is not complete is joined with the other by a dot */
                token: string;
                /** @description the token alone sets a password */
                complete: boolean;
                /** Format: date-time */
                expiresAt: string;
              };
              proceeding: {
                proceedingId: string;
                procedure: string;
                target: string;
                body: string | null;
                state: string;
                openedBy: string;
                /** Format: date-time */
                openedAt: string;
                endedAt: string | null;
                /** @description when it lapses that nobody decides; null once it ended */
                lapsesAt: string | null;
                decidedBy: string | null;
                fourEyes: boolean;
                detail: {
                  [key: string]: unknown;
                };
                /** @description acts that you may take now */
                allowed: string[];
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/people/{personId}/roles": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 提出授予或收回角色 / Propose to give or take a role */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 人员编号 / UUID of the person */
          personId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              proceedingId: string;
              procedure: string;
              target: string;
              body: string | null;
              state: string;
              openedBy: string;
              /** Format: date-time */
              openedAt: string;
              endedAt: string | null;
              /** @description when it lapses that nobody decides; null once it ended */
              lapsesAt: string | null;
              decidedBy: string | null;
              fourEyes: boolean;
              detail: {
                [key: string]: unknown;
              };
              /** @description acts that you may take now */
              allowed: string[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/access-changes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 角色变更、重新邀请和密钥，最近的在前 / Changes of roles, recoveries and keys, newest first */
    get: {
      parameters: {
        query?: {
          /** @description 只列待审批的 / only those that wait */
          open?: boolean;
          /** @description 只列已办结的 / only those that have ended */
          closed?: boolean;
          /** @description 只列关于此人的 / only those about this person (UUID) */
          person?: string;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: ({
                proceedingId: string;
                procedure: string;
                target: string;
                body: string | null;
                state: string;
                openedBy: string;
                /** Format: date-time */
                openedAt: string;
                endedAt: string | null;
                /** @description when it lapses that nobody decides; null once it ended */
                lapsesAt: string | null;
                decidedBy: string | null;
                fourEyes: boolean;
                detail: {
                  [key: string]: unknown;
                };
                /** @description acts that you may take now */
                allowed: string[];
              } & {
                /** @description why it was opened */
                reason: string;
                /** @description the act that ended it; null while it waits */
                end: {
                  act: string;
                  by: string;
                  reason: string;
                } | null;
              })[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/access-changes/{proceedingId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一项变更及其全部步骤 / One change with every step of it */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          proceedingId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              proceedingId: string;
              procedure: string;
              target: string;
              body: string | null;
              state: string;
              openedBy: string;
              /** Format: date-time */
              openedAt: string;
              endedAt: string | null;
              /** @description when it lapses that nobody decides; null once it ended */
              lapsesAt: string | null;
              decidedBy: string | null;
              fourEyes: boolean;
              detail: {
                [key: string]: unknown;
              };
              /** @description acts that you may take now */
              allowed: string[];
            } & {
              events: {
                sequence: number;
                /** Format: date-time */
                at: string;
                actor: string;
                act: string;
                fromState: string | null;
                toState: string;
                reason: string;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/access-changes/{proceedingId}/{act}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 办理角色变更或重新邀请：批准、不予批准、撤回 / Approve, refuse or take back a change of roles or a recovery */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          proceedingId: string;
          /** @description approve, refuse, take-back */
          act: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              proceedingId: string;
              procedure: string;
              target: string;
              body: string | null;
              state: string;
              openedBy: string;
              /** Format: date-time */
              openedAt: string;
              endedAt: string | null;
              /** @description when it lapses that nobody decides; null once it ended */
              lapsesAt: string | null;
              decidedBy: string | null;
              fourEyes: boolean;
              detail: {
                [key: string]: unknown;
              };
              /** @description acts that you may take now */
              allowed: string[];
            } & {
              invitation: {
                /** @description shown once; a half that is not complete is joined with the other by a dot */
                token: string;
                /** @description the token alone sets a password */
                complete: boolean;
                /** Format: date-time */
                expiresAt: string;
              } | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 各单位程序的密钥 / Keys of programs */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                keyId: string;
                name: string;
                body: string;
                roles: (
                  | "reporter"
                  | "reviewer"
                  | "operator"
                  | "supervisor"
                  | "regulator"
                  | "counter-clerk"
                  | "subject"
                  | "auditor"
                  | "administrator"
                )[];
                madeBy: string;
                /** Format: date-time */
                madeAt: string;
                /** Format: date-time */
                expiresAt: string;
                approvedAt: string | null;
                endedAt: string | null;
                lastUsedOn: string | null;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    /** 为单位的程序制发密钥 / Make a key for a program of a body */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              key: {
                keyId: string;
                name: string;
                body: string;
                roles: (
                  | "reporter"
                  | "reviewer"
                  | "operator"
                  | "supervisor"
                  | "regulator"
                  | "counter-clerk"
                  | "subject"
                  | "auditor"
                  | "administrator"
                )[];
                madeBy: string;
                /** Format: date-time */
                madeAt: string;
                /** Format: date-time */
                expiresAt: string;
                approvedAt: string | null;
                endedAt: string | null;
                lastUsedOn: string | null;
              };
              /** @description shown once; in force when another person has approved it */
              token: string;
              proceeding: {
                proceedingId: string;
                procedure: string;
                target: string;
                body: string | null;
                state: string;
                openedBy: string;
                /** Format: date-time */
                openedAt: string;
                endedAt: string | null;
                /** @description when it lapses that nobody decides; null once it ended */
                lapsesAt: string | null;
                decidedBy: string | null;
                fourEyes: boolean;
                detail: {
                  [key: string]: unknown;
                };
                /** @description acts that you may take now */
                allowed: string[];
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/keys/{keyId}/end": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 停用密钥，立即生效 / End a key at once */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          keyId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/audit": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 审计记录，最近的在前 / The audit trail, newest first */
    get: {
      parameters: {
        query?: {
          /** @description 操作人编号 / id of who did it */
          actor?: string;
          /** @description 所代表的单位 / body for which it was done */
          body?: string;
          /** @description 操作，或以斜杠结尾的模块名 / action, or a module with the slash: ingest/ */
          action?: string;
          /** @description 对象编号 / id of what it was done to */
          target?: string;
          /** @description 自此时起 / from this moment on, RFC 3339 or a day */
          from?: string;
          /** @description 至此时止（不含） / before this moment */
          to?: string;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                entryId: string;
                /** Format: date-time */
                at: string;
                actor: string;
                body: string | null;
                action: string;
                target: string;
                purpose: string | null;
                /** @description network address */
                origin: string | null;
                requestId: string | null;
                detail: {
                  [key: string]: unknown;
                };
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/today": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 今日待办：按紧急程度 / What you have to do, the most urgent first */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description YYYY-MM-DD */
              day: string;
              lines: {
                duty: string;
                title: {
                  zh: string;
                  en: string;
                };
                label: {
                  zh: string;
                  en: string;
                } | null;
                urgency: "overdue" | "due" | "soon" | "open";
                stage: {
                  zh: string;
                  en: string;
                } | null;
                count: number;
                dueOn: string | null;
                /** @description path on the desk where it is done */
                link: string;
              }[];
              unread: number;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/notices": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 收件箱：未读在前，最近的在前 / The inbox: unread first, then newest first */
    get: {
      parameters: {
        query?: {
          /** @description 只列未读的 / only unread ones */
          unread?: boolean;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                /** Format: uuid */
                noticeId: string;
                kind: string;
                title: {
                  zh: string;
                  en: string;
                };
                text: {
                  zh: string;
                  en: string;
                };
                /** @description path on the desk where it is dealt with */
                link: string;
                dueOn: string | null;
                /** Format: date-time */
                madeAt: string;
                readAt: string | null;
                /** @description when it was dealt with, by whomever */
                endedAt: string | null;
                /** @description what became of the mail to you; null where none was made out */
                mail: "waiting" | "sent" | "failed" | null;
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/notices/unread": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 未读通知数 / How many notices are unread */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              unread: number;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/notices/{noticeId}/read": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 标为已读 / Mark a notice as read */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 通知编号 / UUID of the notice */
          noticeId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description how many had been unread */
              marked: number;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/notices/read": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 全部标为已读 / Mark all notices as read */
    post: {
      parameters: {
        query?: {
          /** @description 只到这一通知为止，其后到达的仍为未读 / up to and with this notice; what came later stays unread */
          upTo?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description how many had been unread */
              marked: number;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/session/mail": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 本人的邮件提醒设置 / Where you want notices by mail, and whether */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description the platform sends mail at all */
              enabled: boolean;
              address: string | null;
              wanted: boolean;
              /** @description the last mail, where it could not be delivered for good */
              failure: {
                /** Format: date-time */
                at: string;
                fault: string;
              } | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    /** 设置本人的邮件提醒 / Set where you want notices by mail, and whether */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description the platform sends mail at all */
              enabled: boolean;
              address: string | null;
              wanted: boolean;
              /** @description the last mail, where it could not be delivered for good */
              failure: {
                /** Format: date-time */
                at: string;
                fault: string;
              } | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/catalogue": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 信用信息目录：现行事项 / The catalogue: items in force */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                item: string;
                edition: number;
                title: {
                  zh: string;
                  en: string;
                };
                description: {
                  zh: string;
                  en: string;
                };
                category: string;
                nature: string;
                effectiveFrom: string;
                effectiveTo: string | null;
                fields: number;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/catalogue/{item}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一个事项：字段、代码表、规则、表单和数据结构 / One item: fields, code lists, rules, form and schemas */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 事项代码，如 administrative-licence / item code, e.g. administrative-licence */
          item: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              item: string;
              edition: number;
              title: {
                zh: string;
                en: string;
              };
              description: {
                zh: string;
                en: string;
              };
              category: string;
              nature: string;
              effectiveFrom: string;
              effectiveTo: string | null;
              fields: ({
                number: number;
                key: string;
                title: {
                  zh: string;
                  en: string;
                };
                help: {
                  zh: string;
                  en: string;
                };
                group: {
                  zh: string;
                  en: string;
                };
                form: {
                  zh: string;
                  en: string;
                };
                required: {
                  zh: string;
                  en: string;
                };
                disclosure: {
                  zh: string;
                  en: string;
                };
                codeList: string | null;
                aliases: string[];
              } & {
                [key: string]: unknown;
              })[];
              codeLists: ({
                list: string;
                title: {
                  zh: string;
                  en: string;
                };
                values: ({
                  value: string;
                  label: {
                    zh: string;
                    en: string;
                  };
                } & {
                  [key: string]: unknown;
                })[];
              } & {
                [key: string]: unknown;
              })[];
              rules: unknown[];
              profiles: ({
                profile: string;
                title: {
                  zh: string;
                  en: string;
                };
                body: string | null;
              } & {
                [key: string]: unknown;
              })[];
              form: {
                item: string;
                edition: number;
                title: {
                  zh: string;
                  en: string;
                };
                groups: {
                  key: string;
                  title: {
                    zh: string;
                    en: string;
                  };
                  fields: {
                    key: string;
                    /** @description what it means to the pipeline */
                    role: string | null;
                    title: {
                      zh: string;
                      en: string;
                    };
                    help: {
                      zh: string;
                      en: string;
                    };
                    required:
                      | boolean
                      | {
                          field: string;
                          in?: string[];
                          notIn?: string[];
                          present?: boolean;
                        };
                    /** @description must be blank while this holds */
                    forbidden: {
                      field: string;
                      in?: string[];
                      notIn?: string[];
                      present?: boolean;
                    } | null;
                    input:
                      | {
                          control: "line" | "lines" | "code" | "secret";
                          maxLength: number;
                        }
                      | {
                          /** @enum {string} */
                          control: "date";
                          longTerm: boolean;
                        }
                      | {
                          /** @enum {string} */
                          control: "select";
                          options: {
                            value: string;
                            label: {
                              zh: string;
                              en: string;
                            };
                            /** @description an explanation is entered behind it */
                            openEnded: boolean;
                          }[];
                        }
                      | {
                          /** @enum {string} */
                          control: "checkboxes";
                          options: {
                            value: string;
                            label: {
                              zh: string;
                              en: string;
                            };
                            /** @description an explanation is entered behind it */
                            openEnded: boolean;
                          }[];
                          separator: string;
                        }
                      | {
                          /** @enum {string} */
                          control: "amount";
                          unit: {
                            zh: string;
                            en: string;
                          };
                          decimals: number;
                        };
                  }[];
                }[];
              };
              rowSchema: unknown;
              publicRecordSchema: unknown;
              /** @description hex SHA-256 of the canonical JSON of this edition */
              digest: string;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/catalogue/{item}/template.xlsx": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 填报模板（Excel） / The workbook to fill in */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 事项代码，如 administrative-licence / item code, e.g. administrative-licence */
          item: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description workbook */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/catalogue/{item}/editions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一个事项的各版本及与前一版的差异，最新的在前 / The editions of an item and what each changed, newest first */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 事项代码，如 administrative-licence / item code, e.g. administrative-licence */
          item: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              item: string;
              editions: {
                edition: number;
                effectiveFrom: string;
                effectiveTo: string | null;
                digest: string;
                /** @description what differs from the edition before, in words */
                changes: {
                  /** @enum {unknown} */
                  kind: "field-added" | "field-removed" | "field-changed" | "item-changed";
                  field: string | null;
                  text: {
                    zh: string;
                    en: string;
                  };
                }[];
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/bodies": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 报送单位：代码、名称、存续期间和承接单位 / Reporting bodies: codes, names, validity and successors */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                body: string;
                name: {
                  zh: string;
                  en: string;
                };
                aliases: string[];
                uscc: string | null;
                division: string;
                divisionName: {
                  zh: string;
                  en: string;
                } | null;
                validFrom: string | null;
                validTo: string | null;
                successor: string | null;
                creditOffice: boolean;
                verified: boolean;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/duties": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 报送责任清单：哪个单位按什么周期报送哪一事项 / Duties to report: which body owes which item how often */
    get: {
      parameters: {
        query?: {
          /** @description 事项代码 / item code */
          item?: string;
          /** @description 现承担责任的单位 / body that owes it today */
          body?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                duty: string;
                title: {
                  zh: string;
                  en: string;
                };
                item: string;
                period: "month" | "quarter";
                effectiveFrom: string;
                effectiveTo: string | null;
                due: {
                  monthsAfter: number;
                  day: number;
                };
                monthlyTable: boolean;
                owedBy: {
                  /** @description who owes it today */
                  body: string;
                  /** @description the bodies by which the duty names it, predecessors included */
                  named: string[];
                }[];
                citations: {
                  title: string;
                  number?: string;
                  locator?: string;
                  verified: boolean;
                  note?: string;
                }[];
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/records/{recordId}/documents": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一条记录的附件：决定书、送达回证 / Documents attached to a record */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 记录编号 / record id */
          recordId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                /** Format: uuid */
                recordId: string;
                /** @description number within the record */
                sequence: number;
                /** @description decision 决定书，service-proof 送达回证 / decision, or proof of its service */
                kind: "decision" | "service-proof";
                mediaType: string;
                bytes: number;
                /** @description hex, over the file byte for byte */
                sha256: string;
                pages: number | null;
                fileName: string;
                filedBy: string;
                /** @description RFC 3339, UTC */
                filedAt: string;
                /** @description no later one of its kind supersedes it */
                current: boolean;
              }[];
              /** @description what whoever asks may do */
              allowed: "attach"[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    /** 为一条记录附上决定书或送达回证（PDF、PNG、JPEG） / Attach the decision or the proof of its service to a record (PDF, PNG, JPEG) */
    post: {
      parameters: {
        query?: {
          kind?: "decision" | "service-proof";
          /** @description 文件名 / name of the file */
          fileName?: string;
        };
        header?: never;
        path: {
          /** @description 记录编号 / record id */
          recordId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/pdf": unknown;
          "image/png": unknown;
          "image/jpeg": unknown;
          "multipart/form-data": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: uuid */
              recordId: string;
              /** @description number within the record */
              sequence: number;
              /** @description decision 决定书，service-proof 送达回证 / decision, or proof of its service */
              kind: "decision" | "service-proof";
              mediaType: string;
              bytes: number;
              /** @description hex, over the file byte for byte */
              sha256: string;
              pages: number | null;
              fileName: string;
              filedBy: string;
              /** @description RFC 3339, UTC */
              filedAt: string;
              /** @description no later one of its kind supersedes it */
              current: boolean;
            };
          };
        };
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: uuid */
              recordId: string;
              /** @description number within the record */
              sequence: number;
              /** @description decision 决定书，service-proof 送达回证 / decision, or proof of its service */
              kind: "decision" | "service-proof";
              mediaType: string;
              bytes: number;
              /** @description hex, over the file byte for byte */
              sha256: string;
              pages: number | null;
              fileName: string;
              filedBy: string;
              /** @description RFC 3339, UTC */
              filedAt: string;
              /** @description no later one of its kind supersedes it */
              current: boolean;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/records/{recordId}/documents/{sequence}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 下载一份附件 / Download a document */
    get: {
      parameters: {
        query?: {
          /** @description 查阅用途，可查看各单位档案的人员必填，记入审计；也可用请求头 X-Purpose / what the read is for; needed from those who see every body; or the header X-Purpose */
          purpose?: string;
        };
        header?: never;
        path: {
          /** @description 记录编号 / record id */
          recordId: string;
          /** @description 附件序号 / number of the document */
          sequence: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description the file as it was attached */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/pdf": unknown;
            "image/png": unknown;
            "image/jpeg": unknown;
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/batches": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 批次列表，最近的在前 / Batches, newest first */
    get: {
      parameters: {
        query?: {
          /** @description 事项代码 / item code */
          item?: string;
          state?: "received" | "reading" | "checking" | "merging" | "done" | "refused" | "failed";
          /** @description 报送时指明的报送单位 / reporting body named when handed in */
          body?: string;
          /** @description 只列有退回行尚未处理的批次 / only those with rejected rows that nobody has dealt with */
          open?: boolean;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                /** Format: uuid */
                batchId: string;
                item: string;
                edition: number;
                profile: string | null;
                sourceBody: string | null;
                fileName: string;
                contentSha256: string;
                bytes: number;
                attested: boolean;
                /** @description file 文件或程序报送, form 工作台表单录入 / a file, or rows typed at the desk */
                channel: "file" | "form";
                /** @description its decisions were said not to be served yet */
                unserved: boolean;
                uploadedBy: string;
                /** @description body for which it was handed in */
                body: string | null;
                receivedAt: string;
                state: "received" | "reading" | "checking" | "merging" | "done" | "refused" | "failed";
                /** @description its worker died; it is taken up anew by itself */
                interrupted: boolean;
                progress: {
                  rowsRead: number;
                  rowsFiled: number;
                };
                counts: {
                  rows: number;
                  accepted: number;
                  changed: number;
                  duplicates: number;
                  /** @description rows that wait for a clerk or for safeguards; rows = accepted + changed + duplicates + review + rejected */
                  review: number;
                  /** @description of those in review: rows on natural persons */
                  held: number;
                  rejected: number;
                } | null;
                seconds: number | null;
                format: string | null;
                notes: {
                  code: string;
                  zh: string;
                  en: string;
                }[];
                publication: {
                  [key: string]: number;
                };
                refusal: {
                  code: string;
                  message: {
                    zh: string;
                    en: string;
                  };
                  remedy: {
                    zh: string;
                    en: string;
                  };
                } | null;
                /** @description the batch whose rows came back with this one: in its annotated file, or corrected cell by cell */
                repairs: string | null;
                /** @description what became of that batch's problems */
                repair: {
                  /** @description rows that failed or waited there */
                  problems: number;
                  /** @description of these, rows known again by their key */
                  recognised: number;
                  /** @description of these, rows without error that need not wait */
                  solved: number;
                } | null;
                /** @description where its rejected rows stand now; null until the batch is done */
                rejectedRows: {
                  /** @description nobody has dealt with these yet */
                  open: number;
                  /** @description handed in again, being worked on */
                  underWay: number;
                  /** @description handed in again and taken, or taken into review */
                  repaired: number;
                  /** @description handed in again and refused again; they stand open in the later batch */
                  refusedAgain: number;
                  /** @description explained by a standard answer */
                  explained: number;
                } | null;
                finishedAt: string | null;
                links: {
                  errors: {
                    json: string;
                    csv: string;
                    xlsx: string;
                  };
                  /** @description the file itself, annotated; null until the batch is done, and for corrections of single cells */
                  annotated: string | null;
                  /** @description its rejected rows, cell by cell */
                  rows: string | null;
                };
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    /** 报送一个文件（CSV、XLSX、NDJSON） / Hand in a file (CSV, XLSX, NDJSON) */
    post: {
      parameters: {
        query: {
          /** @description 事项代码，如 administrative-licence / item code, e.g. administrative-licence */
          item: string;
          /** @description 来源配置，文件用来源自己的表头时填写 / source profile, where the file has its source's own headers */
          source?: string;
          /** @description 报送单位；不填则以各行所列为准 / reporting body; otherwise each row names its own */
          body?: string;
          /** @description 报送人确认规则建议的失信程度 / the uploader vouches for the severity that the rules propose */
          attest?: boolean;
          /** @description 文件中的决定尚未送达：入库，暂不公示，登记送达日期后公示 / the decisions are not served yet: filed and held until a day of service is stated */
          unserved?: boolean;
          /** @description file 文件或程序报送, form 工作台表单录入 / a file, or rows typed at the desk */
          channel?: "file" | "form";
          /** @description 文件名，写入回执 / name of the file, for the receipt */
          fileName?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "text/csv": unknown;
          "application/x-ndjson": unknown;
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
          "multipart/form-data": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: uuid */
              batchId: string;
              item: string;
              edition: number;
              profile: string | null;
              sourceBody: string | null;
              fileName: string;
              contentSha256: string;
              bytes: number;
              attested: boolean;
              /** @description file 文件或程序报送, form 工作台表单录入 / a file, or rows typed at the desk */
              channel: "file" | "form";
              /** @description its decisions were said not to be served yet */
              unserved: boolean;
              uploadedBy: string;
              /** @description body for which it was handed in */
              body: string | null;
              receivedAt: string;
              state: "received" | "reading" | "checking" | "merging" | "done" | "refused" | "failed";
              /** @description its worker died; it is taken up anew by itself */
              interrupted: boolean;
              progress: {
                rowsRead: number;
                rowsFiled: number;
              };
              counts: {
                rows: number;
                accepted: number;
                changed: number;
                duplicates: number;
                /** @description rows that wait for a clerk or for safeguards; rows = accepted + changed + duplicates + review + rejected */
                review: number;
                /** @description of those in review: rows on natural persons */
                held: number;
                rejected: number;
              } | null;
              seconds: number | null;
              format: string | null;
              notes: {
                code: string;
                zh: string;
                en: string;
              }[];
              publication: {
                [key: string]: number;
              };
              refusal: {
                code: string;
                message: {
                  zh: string;
                  en: string;
                };
                remedy: {
                  zh: string;
                  en: string;
                };
              } | null;
              /** @description the batch whose rows came back with this one: in its annotated file, or corrected cell by cell */
              repairs: string | null;
              /** @description what became of that batch's problems */
              repair: {
                /** @description rows that failed or waited there */
                problems: number;
                /** @description of these, rows known again by their key */
                recognised: number;
                /** @description of these, rows without error that need not wait */
                solved: number;
              } | null;
              /** @description where its rejected rows stand now; null until the batch is done */
              rejectedRows: {
                /** @description nobody has dealt with these yet */
                open: number;
                /** @description handed in again, being worked on */
                underWay: number;
                /** @description handed in again and taken, or taken into review */
                repaired: number;
                /** @description handed in again and refused again; they stand open in the later batch */
                refusedAgain: number;
                /** @description explained by a standard answer */
                explained: number;
              } | null;
              finishedAt: string | null;
              links: {
                errors: {
                  json: string;
                  csv: string;
                  xlsx: string;
                };
                /** @description the file itself, annotated; null until the batch is done, and for corrections of single cells */
                annotated: string | null;
                /** @description its rejected rows, cell by cell */
                rows: string | null;
              };
            };
          };
        };
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: uuid */
              batchId: string;
              item: string;
              edition: number;
              profile: string | null;
              sourceBody: string | null;
              fileName: string;
              contentSha256: string;
              bytes: number;
              attested: boolean;
              /** @description file 文件或程序报送, form 工作台表单录入 / a file, or rows typed at the desk */
              channel: "file" | "form";
              /** @description its decisions were said not to be served yet */
              unserved: boolean;
              uploadedBy: string;
              /** @description body for which it was handed in */
              body: string | null;
              receivedAt: string;
              state: "received" | "reading" | "checking" | "merging" | "done" | "refused" | "failed";
              /** @description its worker died; it is taken up anew by itself */
              interrupted: boolean;
              progress: {
                rowsRead: number;
                rowsFiled: number;
              };
              counts: {
                rows: number;
                accepted: number;
                changed: number;
                duplicates: number;
                /** @description rows that wait for a clerk or for safeguards; rows = accepted + changed + duplicates + review + rejected */
                review: number;
                /** @description of those in review: rows on natural persons */
                held: number;
                rejected: number;
              } | null;
              seconds: number | null;
              format: string | null;
              notes: {
                code: string;
                zh: string;
                en: string;
              }[];
              publication: {
                [key: string]: number;
              };
              refusal: {
                code: string;
                message: {
                  zh: string;
                  en: string;
                };
                remedy: {
                  zh: string;
                  en: string;
                };
              } | null;
              /** @description the batch whose rows came back with this one: in its annotated file, or corrected cell by cell */
              repairs: string | null;
              /** @description what became of that batch's problems */
              repair: {
                /** @description rows that failed or waited there */
                problems: number;
                /** @description of these, rows known again by their key */
                recognised: number;
                /** @description of these, rows without error that need not wait */
                solved: number;
              } | null;
              /** @description where its rejected rows stand now; null until the batch is done */
              rejectedRows: {
                /** @description nobody has dealt with these yet */
                open: number;
                /** @description handed in again, being worked on */
                underWay: number;
                /** @description handed in again and taken, or taken into review */
                repaired: number;
                /** @description handed in again and refused again; they stand open in the later batch */
                refusedAgain: number;
                /** @description explained by a standard answer */
                explained: number;
              } | null;
              finishedAt: string | null;
              links: {
                errors: {
                  json: string;
                  csv: string;
                  xlsx: string;
                };
                /** @description the file itself, annotated; null until the batch is done, and for corrections of single cells */
                annotated: string | null;
                /** @description its rejected rows, cell by cell */
                rows: string | null;
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/batches/{batchId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 批次回执：状态、进度、各类行数 / Receipt of a batch: state, progress, what became of its rows */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 批次编号 / UUID of the batch */
          batchId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: uuid */
              batchId: string;
              item: string;
              edition: number;
              profile: string | null;
              sourceBody: string | null;
              fileName: string;
              contentSha256: string;
              bytes: number;
              attested: boolean;
              /** @description file 文件或程序报送, form 工作台表单录入 / a file, or rows typed at the desk */
              channel: "file" | "form";
              /** @description its decisions were said not to be served yet */
              unserved: boolean;
              uploadedBy: string;
              /** @description body for which it was handed in */
              body: string | null;
              receivedAt: string;
              state: "received" | "reading" | "checking" | "merging" | "done" | "refused" | "failed";
              /** @description its worker died; it is taken up anew by itself */
              interrupted: boolean;
              progress: {
                rowsRead: number;
                rowsFiled: number;
              };
              counts: {
                rows: number;
                accepted: number;
                changed: number;
                duplicates: number;
                /** @description rows that wait for a clerk or for safeguards; rows = accepted + changed + duplicates + review + rejected */
                review: number;
                /** @description of those in review: rows on natural persons */
                held: number;
                rejected: number;
              } | null;
              seconds: number | null;
              format: string | null;
              notes: {
                code: string;
                zh: string;
                en: string;
              }[];
              publication: {
                [key: string]: number;
              };
              refusal: {
                code: string;
                message: {
                  zh: string;
                  en: string;
                };
                remedy: {
                  zh: string;
                  en: string;
                };
              } | null;
              /** @description the batch whose rows came back with this one: in its annotated file, or corrected cell by cell */
              repairs: string | null;
              /** @description what became of that batch's problems */
              repair: {
                /** @description rows that failed or waited there */
                problems: number;
                /** @description of these, rows known again by their key */
                recognised: number;
                /** @description of these, rows without error that need not wait */
                solved: number;
              } | null;
              /** @description where its rejected rows stand now; null until the batch is done */
              rejectedRows: {
                /** @description nobody has dealt with these yet */
                open: number;
                /** @description handed in again, being worked on */
                underWay: number;
                /** @description handed in again and taken, or taken into review */
                repaired: number;
                /** @description handed in again and refused again; they stand open in the later batch */
                refusedAgain: number;
                /** @description explained by a standard answer */
                explained: number;
              } | null;
              finishedAt: string | null;
              links: {
                errors: {
                  json: string;
                  csv: string;
                  xlsx: string;
                };
                /** @description the file itself, annotated; null until the batch is done, and for corrections of single cells */
                annotated: string | null;
                /** @description its rejected rows, cell by cell */
                rows: string | null;
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/batches/{batchId}/errors": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 错误报告：按原因归并，并逐行列出 / Error report: grouped by cause, and row by row */
    get: {
      parameters: {
        query?: {
          format?: "json" | "csv" | "xlsx";
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path: {
          /** @description 批次编号 / UUID of the batch */
          batchId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description errors, as asked for by format */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              batchId: string;
              causes: {
                cause: number;
                code: string;
                severity: "error" | "review" | "warning" | "change";
                field: string | null;
                column: string | null;
                message: {
                  zh: string;
                  en: string;
                };
                remedy: {
                  zh: string;
                  en: string;
                };
                total: number;
                /** @description first and last row of each run, complete */
                rows: number[][];
                samples: {
                  row: number;
                  value: string;
                }[];
              }[];
              errors: {
                row: number;
                field: string | null;
                column: string | null;
                value: string;
                code: string;
                severity: "error" | "review" | "warning" | "change";
                message: {
                  zh: string;
                  en: string;
                };
                remedy: {
                  zh: string;
                  en: string;
                };
              }[];
              shown: number;
              total: number;
              /** @description cursor of the next page of errors, or null when all are shown */
              next: string | null;
            };
            "text/csv": unknown;
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/batches/{batchId}/annotated": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 原文件的批注版：标色、批注、问题与改正列；改正后可直接再报送 / The file itself with marks, comments and a column of problems; corrected in place it can be sent again */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 批次编号 / UUID of the batch */
          batchId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description the reporter's own file, in its own format, annotated */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
            "text/csv": unknown;
            "application/x-ndjson": unknown;
            "application/json": unknown;
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/batches/{batchId}/rows": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 退回（或有提醒）的行：逐格内容、问题和建议，查看留痕 / Rejected rows, or those with warnings: cells, findings and suggestions; the look is audited */
    get: {
      parameters: {
        query?: {
          outcome?: "rejected" | "warning";
          /** @description 只列尚未处理的行 / only those that nobody has dealt with */
          open?: boolean;
          /** @description 原因编号 / number of a cause */
          cause?: number;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path: {
          /** @description 批次编号 / UUID of the batch */
          batchId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              batchId: string;
              columns: {
                /** @description place in the file from 0 */
                column: number;
                title: string;
                field: string | null;
                /** @description how a cell is entered; secret: a number of a person */
                input: "line" | "lines" | "code" | "secret" | "date" | "select" | "checkboxes" | "amount";
                help: {
                  zh: string;
                  en: string;
                } | null;
                /** @description what a cell of a list may hold, as it is written in files; empty where anything may */
                options: {
                  value: string;
                  label: {
                    zh: string;
                    en: string;
                  };
                }[];
              }[];
              causes: {
                cause: number;
                code: string;
                severity: "error" | "review" | "warning";
                field: string | null;
                column: string | null;
                message: {
                  zh: string;
                  en: string;
                };
                remedy: {
                  zh: string;
                  en: string;
                };
                total: number;
              }[];
              items: {
                /** @description as the file counts */
                row: number;
                state: "open" | "under-way" | "repaired" | "refused-again" | "explained";
                /** @description as written, in the order of columns; numbers of persons masked, of rows on persons all words */
                cells: string[];
                /** @description columns whose cell shows less than stands there */
                masked: number[];
                /** @description the cells could not be told apart; a correction names all of them */
                broken: boolean;
                findings: {
                  cause: number;
                  column: number | null;
                  suggestion: {
                    /** @description each can stand in the cell as it is; likeliest first */
                    values: string[];
                    /** @description form: the text, written otherwise; in-register: a code of the register that bears the row's name; computed: right by its check digits, borne by nobody; name-of-code: the registered name of the row's code */
                    ground: "form" | "in-register" | "computed" | "name-of-code";
                  } | null;
                }[];
                /** @description the batch that the row was handed in again with */
                carriedBy: {
                  /** Format: uuid */
                  batchId: string;
                  row: number | null;
                  /** @description it was taken there, but waits for a clerk */
                  waits: boolean;
                } | null;
                explanation: {
                  answer: string;
                  title: {
                    zh: string;
                    en: string;
                  };
                  words: string;
                  at: string;
                  by: string;
                } | null;
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/batches/{batchId}/corrections": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 仅重新报送已改正的退回行，其余各格沿用原文件 / Hand in rejected rows again, with corrected cells; all other cells are those of the file */
    post: {
      parameters: {
        query?: {
          /** @description 报送人确认规则建议的失信程度 / the uploader vouches for the severity that the rules propose */
          attest?: boolean;
        };
        header?: never;
        path: {
          /** @description 批次编号 / UUID of the batch */
          batchId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: uuid */
              batchId: string;
              item: string;
              edition: number;
              profile: string | null;
              sourceBody: string | null;
              fileName: string;
              contentSha256: string;
              bytes: number;
              attested: boolean;
              /** @description file 文件或程序报送, form 工作台表单录入 / a file, or rows typed at the desk */
              channel: "file" | "form";
              /** @description its decisions were said not to be served yet */
              unserved: boolean;
              uploadedBy: string;
              /** @description body for which it was handed in */
              body: string | null;
              receivedAt: string;
              state: "received" | "reading" | "checking" | "merging" | "done" | "refused" | "failed";
              /** @description its worker died; it is taken up anew by itself */
              interrupted: boolean;
              progress: {
                rowsRead: number;
                rowsFiled: number;
              };
              counts: {
                rows: number;
                accepted: number;
                changed: number;
                duplicates: number;
                /** @description rows that wait for a clerk or for safeguards; rows = accepted + changed + duplicates + review + rejected */
                review: number;
                /** @description of those in review: rows on natural persons */
                held: number;
                rejected: number;
              } | null;
              seconds: number | null;
              format: string | null;
              notes: {
                code: string;
                zh: string;
                en: string;
              }[];
              publication: {
                [key: string]: number;
              };
              refusal: {
                code: string;
                message: {
                  zh: string;
                  en: string;
                };
                remedy: {
                  zh: string;
                  en: string;
                };
              } | null;
              /** @description the batch whose rows came back with this one: in its annotated file, or corrected cell by cell */
              repairs: string | null;
              /** @description what became of that batch's problems */
              repair: {
                /** @description rows that failed or waited there */
                problems: number;
                /** @description of these, rows known again by their key */
                recognised: number;
                /** @description of these, rows without error that need not wait */
                solved: number;
              } | null;
              /** @description where its rejected rows stand now; null until the batch is done */
              rejectedRows: {
                /** @description nobody has dealt with these yet */
                open: number;
                /** @description handed in again, being worked on */
                underWay: number;
                /** @description handed in again and taken, or taken into review */
                repaired: number;
                /** @description handed in again and refused again; they stand open in the later batch */
                refusedAgain: number;
                /** @description explained by a standard answer */
                explained: number;
              } | null;
              finishedAt: string | null;
              links: {
                errors: {
                  json: string;
                  csv: string;
                  xlsx: string;
                };
                /** @description the file itself, annotated; null until the batch is done, and for corrections of single cells */
                annotated: string | null;
                /** @description its rejected rows, cell by cell */
                rows: string | null;
              };
            };
          };
        };
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: uuid */
              batchId: string;
              item: string;
              edition: number;
              profile: string | null;
              sourceBody: string | null;
              fileName: string;
              contentSha256: string;
              bytes: number;
              attested: boolean;
              /** @description file 文件或程序报送, form 工作台表单录入 / a file, or rows typed at the desk */
              channel: "file" | "form";
              /** @description its decisions were said not to be served yet */
              unserved: boolean;
              uploadedBy: string;
              /** @description body for which it was handed in */
              body: string | null;
              receivedAt: string;
              state: "received" | "reading" | "checking" | "merging" | "done" | "refused" | "failed";
              /** @description its worker died; it is taken up anew by itself */
              interrupted: boolean;
              progress: {
                rowsRead: number;
                rowsFiled: number;
              };
              counts: {
                rows: number;
                accepted: number;
                changed: number;
                duplicates: number;
                /** @description rows that wait for a clerk or for safeguards; rows = accepted + changed + duplicates + review + rejected */
                review: number;
                /** @description of those in review: rows on natural persons */
                held: number;
                rejected: number;
              } | null;
              seconds: number | null;
              format: string | null;
              notes: {
                code: string;
                zh: string;
                en: string;
              }[];
              publication: {
                [key: string]: number;
              };
              refusal: {
                code: string;
                message: {
                  zh: string;
                  en: string;
                };
                remedy: {
                  zh: string;
                  en: string;
                };
              } | null;
              /** @description the batch whose rows came back with this one: in its annotated file, or corrected cell by cell */
              repairs: string | null;
              /** @description what became of that batch's problems */
              repair: {
                /** @description rows that failed or waited there */
                problems: number;
                /** @description of these, rows known again by their key */
                recognised: number;
                /** @description of these, rows without error that need not wait */
                solved: number;
              } | null;
              /** @description where its rejected rows stand now; null until the batch is done */
              rejectedRows: {
                /** @description nobody has dealt with these yet */
                open: number;
                /** @description handed in again, being worked on */
                underWay: number;
                /** @description handed in again and taken, or taken into review */
                repaired: number;
                /** @description handed in again and refused again; they stand open in the later batch */
                refusedAgain: number;
                /** @description explained by a standard answer */
                explained: number;
              } | null;
              finishedAt: string | null;
              links: {
                errors: {
                  json: string;
                  csv: string;
                  xlsx: string;
                };
                /** @description the file itself, annotated; null until the batch is done, and for corrections of single cells */
                annotated: string | null;
                /** @description its rejected rows, cell by cell */
                rows: string | null;
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/batches/{batchId}/explanations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 以标准答复说明退回行为何不再改正 / Explain by a standard answer why rejected rows are not repaired */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 批次编号 / UUID of the batch */
          batchId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: uuid */
              explanationId: string;
              /** Format: uuid */
              batchId: string;
              /** @description how many rows it was about */
              rows: number;
              rejectedRows: {
                /** @description nobody has dealt with these yet */
                open: number;
                /** @description handed in again, being worked on */
                underWay: number;
                /** @description handed in again and taken, or taken into review */
                repaired: number;
                /** @description handed in again and refused again; they stand open in the later batch */
                refusedAgain: number;
                /** @description explained by a standard answer */
                explained: number;
              } | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/batches/{batchId}/reopenings": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 撤回说明，重新列为待处理 / Open rows again that were explained */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 批次编号 / UUID of the batch */
          batchId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: uuid */
              explanationId: string;
              /** Format: uuid */
              batchId: string;
              /** @description how many rows it was about */
              rows: number;
              rejectedRows: {
                /** @description nobody has dealt with these yet */
                open: number;
                /** @description handed in again, being worked on */
                underWay: number;
                /** @description handed in again and taken, or taken into review */
                repaired: number;
                /** @description handed in again and refused again; they stand open in the later batch */
                refusedAgain: number;
                /** @description explained by a standard answer */
                explained: number;
              } | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/row-answers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 退回行不能改正时的标准答复 / Standard answers to rejected rows that cannot be repaired */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                answer: string;
                title: {
                  zh: string;
                  en: string;
                };
              }[];
              /** @description whether the list was compared with its source */
              verified: boolean;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/reviews": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 待核行列表（不含自然人） / Rows in review, those on natural persons excepted */
    get: {
      parameters: {
        query?: {
          /** @description 事项代码 / item code */
          item?: string;
          /** @description 待核原因 / why it waits */
          reason?: string;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                /** @description 待核行编号 / key of the waiting row */
                key: string;
                item: string;
                edition: number;
                /** @description 待核原因 / why it waits */
                reason: string;
                sourceBody: string;
                batchId: string;
                row: number;
                receivedAt: string;
                subjectId: string | null;
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/reviews/{key}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一条待核行的内容，查看留痕 / One row in review with its contents; the look is audited */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 待核行编号 / key of the waiting row */
          key: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description 待核行编号 / key of the waiting row */
              key: string;
              item: string;
              edition: number;
              /** @description 待核原因 / why it waits */
              reason: string;
              sourceBody: string;
              batchId: string;
              row: number;
              receivedAt: string;
              subjectId: string | null;
              claim: {
                uscc: string | null;
                identifiers: {
                  scheme: string;
                  value: string;
                }[];
                name: string;
                decisionDate: string;
                documentNumber: string;
              };
              /** @description 证件号码已遮盖 / identity numbers are masked */
              values: {
                [key: string]: unknown;
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/reviews/{key}/candidates": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 可能的主体，逐项说明评分 / Subjects that may be meant, each score explained */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 待核行编号 / key of the waiting row */
          key: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description 评分规则版本 / version of data/rules/matching.json */
              version: number;
              items: {
                subjectId: string;
                uscc: string | null;
                name: string;
                /** @description 0–100，仅供排序 / 0 to 100, for the order only */
                score: number;
                evidence: {
                  reason: string;
                  points: number;
                  detail: string;
                  words: {
                    zh: string;
                    en: string;
                  };
                }[];
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/reviews/{key}/judgements": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 判定一条待核行：归属某主体、不是某主体、新主体 / Judge a row in review: it is a subject's, not a subject's, a new subject's */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 待核行编号 / key of the waiting row */
          key: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              judgementId: string;
              /** @description attach, not-same, new-subject, merge, split, undo */
              kind: string;
              naturalKey: string | null;
              claim: string | null;
              subjectId: string | null;
              otherSubject: string | null;
              decidedBy: string;
              reason: string;
              at: string;
              undoes: string | null;
              undoneBy: string | null;
              detail: {
                records?: string[];
                identifiers?: string[][];
                names?: string[][];
                redirects?: string[];
                counts?: {
                  [key: string]: number;
                };
                items?: {
                  [key: string]: number;
                };
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/judgements": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 判定记录，最近的在前 / Judgements, newest first */
    get: {
      parameters: {
        query?: {
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                judgementId: string;
                /** @description attach, not-same, new-subject, merge, split, undo */
                kind: string;
                naturalKey: string | null;
                claim: string | null;
                subjectId: string | null;
                otherSubject: string | null;
                decidedBy: string;
                reason: string;
                at: string;
                undoes: string | null;
                undoneBy: string | null;
                detail: {
                  records?: string[];
                  identifiers?: string[][];
                  names?: string[][];
                  redirects?: string[];
                  counts?: {
                    [key: string]: number;
                  };
                  items?: {
                    [key: string]: number;
                  };
                };
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/judgements/{judgementId}/undo": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 撤销一个判定，恢复原状 / Undo a judgement and restore what was before */
    post: {
      parameters: {
        query: {
          /** @description 判定理由 / why it is judged so */
          reason: string;
        };
        header?: never;
        path: {
          /** @description 判定编号 / id of the judgement */
          judgementId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              judgementId: string;
              /** @description attach, not-same, new-subject, merge, split, undo */
              kind: string;
              naturalKey: string | null;
              claim: string | null;
              subjectId: string | null;
              otherSubject: string | null;
              decidedBy: string;
              reason: string;
              at: string;
              undoes: string | null;
              undoneBy: string | null;
              detail: {
                records?: string[];
                identifiers?: string[][];
                names?: string[][];
                redirects?: string[];
                counts?: {
                  [key: string]: number;
                };
                items?: {
                  [key: string]: number;
                };
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/subjects/{subject}/merge": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 把一个主体并入另一主体，可先预览 / Merge a subject into another; can be previewed */
    post: {
      parameters: {
        query: {
          /** @description 并入的主体 / the subject that it is merged into */
          into: string;
          /** @description 判定理由 / why it is judged so */
          reason: string;
          /** @description 只预览将移动什么 / only show what would move */
          preview?: boolean;
        };
        header?: never;
        path: {
          /** @description 统一社会信用代码或主体编号 / credit code or subject id */
          subject: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description true：仅预览，未执行 / only shown, nothing was done */
              preview: boolean;
              judgement: {
                judgementId: string;
                /** @description attach, not-same, new-subject, merge, split, undo */
                kind: string;
                naturalKey: string | null;
                claim: string | null;
                subjectId: string | null;
                otherSubject: string | null;
                decidedBy: string;
                reason: string;
                at: string;
                undoes: string | null;
                undoneBy: string | null;
                detail: {
                  records?: string[];
                  identifiers?: string[][];
                  names?: string[][];
                  redirects?: string[];
                  counts?: {
                    [key: string]: number;
                  };
                  items?: {
                    [key: string]: number;
                  };
                };
              };
            };
          };
        };
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description true：仅预览，未执行 / only shown, nothing was done */
              preview: boolean;
              judgement: {
                judgementId: string;
                /** @description attach, not-same, new-subject, merge, split, undo */
                kind: string;
                naturalKey: string | null;
                claim: string | null;
                subjectId: string | null;
                otherSubject: string | null;
                decidedBy: string;
                reason: string;
                at: string;
                undoes: string | null;
                undoneBy: string | null;
                detail: {
                  records?: string[];
                  identifiers?: string[][];
                  names?: string[][];
                  redirects?: string[];
                  counts?: {
                    [key: string]: number;
                  };
                  items?: {
                    [key: string]: number;
                  };
                };
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/subjects/{subject}/split": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 把一个主体的部分记录、名称、代码划归另一主体，可先预览 / Give some records, names and identifiers of a subject to another; can be previewed */
    post: {
      parameters: {
        query?: {
          /** @description 只预览将移动什么 / only show what would move */
          preview?: boolean;
        };
        header?: never;
        path: {
          /** @description 统一社会信用代码或主体编号 / credit code or subject id */
          subject: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description true：仅预览，未执行 / only shown, nothing was done */
              preview: boolean;
              judgement: {
                judgementId: string;
                /** @description attach, not-same, new-subject, merge, split, undo */
                kind: string;
                naturalKey: string | null;
                claim: string | null;
                subjectId: string | null;
                otherSubject: string | null;
                decidedBy: string;
                reason: string;
                at: string;
                undoes: string | null;
                undoneBy: string | null;
                detail: {
                  records?: string[];
                  identifiers?: string[][];
                  names?: string[][];
                  redirects?: string[];
                  counts?: {
                    [key: string]: number;
                  };
                  items?: {
                    [key: string]: number;
                  };
                };
              };
            };
          };
        };
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description true：仅预览，未执行 / only shown, nothing was done */
              preview: boolean;
              judgement: {
                judgementId: string;
                /** @description attach, not-same, new-subject, merge, split, undo */
                kind: string;
                naturalKey: string | null;
                claim: string | null;
                subjectId: string | null;
                otherSubject: string | null;
                decidedBy: string;
                reason: string;
                at: string;
                undoes: string | null;
                undoneBy: string | null;
                detail: {
                  records?: string[];
                  identifiers?: string[][];
                  names?: string[][];
                  redirects?: string[];
                  counts?: {
                    [key: string]: number;
                  };
                  items?: {
                    [key: string]: number;
                  };
                };
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/subjects": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 检索主体：名称的一部分、统一社会信用代码或文号 / Search subjects by part of a name, credit code or document number */
    get: {
      parameters: {
        query: {
          /** @description 名称的一部分、代码或文号 / part of a name, a code or a document number */
          q: string;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                subjectId: string;
                uscc: string | null;
                name: string;
                kind: string;
                matchedName: string | null;
                /** @description why it was found: code, exact, core, prefix, contains, pinyin, apart (parts not adjacent), similar */
                reason: string;
                /** @description parts of matchedName, or of name where that is null, that answered: first and behind-last position */
                marks: number[][];
                /** @description counted up to 1000 */
                publicRecords: number;
              }[];
              /** @description records whose document number is the query */
              records: {
                recordId: string;
                item: string;
                edition: number;
                subjectName: string;
                uscc: string | null;
                headline: string;
                documentNumber: string;
                authority: string;
                sourceBody: string;
                /** @description YYYY-MM-DD */
                decisionDate: string;
                severity: string | null;
                /** @description RFC 3339, UTC */
                firstPublicAt: string;
                publicUntil: string | null;
                validTo: string | null;
              }[];
              total: {
                value: number;
                relation: "eq" | "gte";
              };
              next: string | null;
              /** @description the time for a search ran out; better answers may be missing */
              partial: boolean;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/subjects/{subject}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一个主体：名称、曾用名、公示信息条数 / One subject: names and counts of public records */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 统一社会信用代码或主体编号 / credit code or subject id */
          subject: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              subjectId: string;
              uscc: string | null;
              name: string;
              kind: string;
              formerNames: {
                name: string;
                until: string | null;
              }[];
              counts: {
                [key: string]: number;
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/subjects/{subject}/records": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一个主体的记录；有权者可用 asOf 查看当时的档案 / Records of a subject; with a right to it, asOf shows the archive as it was */
    get: {
      parameters: {
        query?: {
          /** @description 事项代码 / item code */
          item?: string;
          /** @description 当时所知的档案；日期（指北京时间当日零时）或 RFC 3339 时刻，须有权限 / the register as it was known then; a day (its first moment in Beijing, 00:00 +08:00) or an RFC 3339 moment, for those with a right to it */
          asOf?: string;
          /** @description 查阅档案的用途，持密钥查阅时必填，记入审计；也可用请求头 X-Purpose / what a read with the key is for, kept in the audit trail; or the header X-Purpose */
          purpose?: string;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path: {
          /** @description 统一社会信用代码或主体编号 / credit code or subject id */
          subject: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json":
              | {
                  items: {
                    recordId: string;
                    item: string;
                    edition: number;
                    subjectName: string;
                    uscc: string | null;
                    headline: string;
                    documentNumber: string;
                    authority: string;
                    sourceBody: string;
                    /** @description YYYY-MM-DD */
                    decisionDate: string;
                    severity: string | null;
                    /** @description RFC 3339, UTC */
                    firstPublicAt: string;
                    publicUntil: string | null;
                    validTo: string | null;
                  }[];
                  total: {
                    value: number;
                    relation: "eq" | "gte";
                  };
                  next: string | null;
                }
              | {
                  items: {
                    subjectId: string;
                    recordId: string;
                    version: number;
                    item: string;
                    edition: number;
                    sourceBody: string;
                    naturalKey: string;
                    /** @description YYYY-MM-DD */
                    decisionDate: string;
                    documentNumber: string;
                    /** @description RFC 3339, UTC */
                    knownFrom: string;
                    recordedBy: string;
                    cause: string;
                    changedFields: string[];
                    reason: string | null;
                    ground: string | null;
                    proceedingId: string | null;
                    proposedBy: string | null;
                    commitment: string;
                    batchId: string | null;
                    row: number | null;
                    /** @description the record left this subject with this version */
                    retired: boolean;
                    linkedSubject: string | null;
                    payload: {
                      [key: string]: unknown;
                    } | null;
                  }[];
                  total: {
                    value: number;
                    relation: "eq" | "gte";
                  };
                  next: string | null;
                };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/records/{recordId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一条记录；asOf 查看当时的状态 / One record; asOf asks for a moment in the past */
    get: {
      parameters: {
        query?: {
          /** @description 当时所知的档案；日期（指北京时间当日零时）或 RFC 3339 时刻，须有权限 / the register as it was known then; a day (its first moment in Beijing, 00:00 +08:00) or an RFC 3339 moment, for those with a right to it */
          asOf?: string;
          /** @description 查阅档案的用途，持密钥查阅时必填，记入审计；也可用请求头 X-Purpose / what a read with the key is for, kept in the audit trail; or the header X-Purpose */
          purpose?: string;
        };
        header?: never;
        path: {
          /** @description 记录编号 / record id */
          recordId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json":
              | {
                  recordId: string;
                  item: string;
                  edition: number;
                  subjectName: string;
                  uscc: string | null;
                  headline: string;
                  documentNumber: string;
                  authority: string;
                  sourceBody: string;
                  /** @description YYYY-MM-DD */
                  decisionDate: string;
                  severity: string | null;
                  /** @description RFC 3339, UTC */
                  firstPublicAt: string;
                  publicUntil: string | null;
                  validTo: string | null;
                  subjectId: string;
                  values: {
                    [key: string]: unknown;
                  };
                  maskedFields: string[];
                  version: number;
                  changes: {
                    version: number;
                    /** @description RFC 3339, UTC */
                    at: string;
                    cause: string;
                    changedFields: string[];
                    ground: string | null;
                  }[];
                  /** @description RFC 3339, UTC */
                  reportedAt: string;
                  dueOn: string | null;
                  dueMissing: string | null;
                  commitment: string;
                }
              | {
                  recordId: string;
                  /** @description RFC 3339, UTC */
                  asOf: string;
                  content: {
                    recordId: string;
                    item: string;
                    edition: number;
                    subjectName: string;
                    uscc: string | null;
                    headline: string;
                    documentNumber: string;
                    authority: string;
                    sourceBody: string;
                    /** @description YYYY-MM-DD */
                    decisionDate: string;
                    severity: string | null;
                    /** @description RFC 3339, UTC */
                    firstPublicAt: string;
                    publicUntil: string | null;
                    validTo: string | null;
                    subjectId: string;
                    values: {
                      [key: string]: unknown;
                    };
                    maskedFields: string[];
                    version: number;
                    changes: {
                      version: number;
                      /** @description RFC 3339, UTC */
                      at: string;
                      cause: string;
                      changedFields: string[];
                      ground: string | null;
                    }[];
                    /** @description RFC 3339, UTC */
                    reportedAt: string;
                    dueOn: string | null;
                    dueMissing: string | null;
                    commitment: string;
                  } | null;
                  changedSince: {
                    version: number;
                    /** @description RFC 3339, UTC */
                    at: string;
                    cause: string;
                    changedFields: string[];
                    ground: string | null;
                  }[];
                }
              | {
                  recordId: string;
                  asOf: string | null;
                  version: {
                    subjectId: string;
                    recordId: string;
                    version: number;
                    item: string;
                    edition: number;
                    sourceBody: string;
                    naturalKey: string;
                    /** @description YYYY-MM-DD */
                    decisionDate: string;
                    documentNumber: string;
                    /** @description RFC 3339, UTC */
                    knownFrom: string;
                    recordedBy: string;
                    cause: string;
                    changedFields: string[];
                    reason: string | null;
                    ground: string | null;
                    proceedingId: string | null;
                    proposedBy: string | null;
                    commitment: string;
                    batchId: string | null;
                    row: number | null;
                    /** @description the record left this subject with this version */
                    retired: boolean;
                    linkedSubject: string | null;
                    payload: {
                      [key: string]: unknown;
                    } | null;
                  };
                  history: {
                    subjectId: string;
                    recordId: string;
                    version: number;
                    item: string;
                    edition: number;
                    sourceBody: string;
                    naturalKey: string;
                    /** @description YYYY-MM-DD */
                    decisionDate: string;
                    documentNumber: string;
                    /** @description RFC 3339, UTC */
                    knownFrom: string;
                    recordedBy: string;
                    cause: string;
                    changedFields: string[];
                    reason: string | null;
                    ground: string | null;
                    proceedingId: string | null;
                    proposedBy: string | null;
                    commitment: string;
                    batchId: string | null;
                    row: number | null;
                    /** @description the record left this subject with this version */
                    retired: boolean;
                    linkedSubject: string | null;
                    payload: {
                      [key: string]: unknown;
                    } | null;
                  }[];
                };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/publicity": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 公示列表：按事项、机构、决定日期筛选 / Publicity lists by item, body and day of decision */
    get: {
      parameters: {
        query?: {
          /** @description 事项代码 / item code */
          item?: string;
          /** @description 报送单位代码 / code of the reporting body */
          body?: string;
          /** @description 决定日期，YYYY-MM-DD / day of decision, YYYY-MM-DD */
          from?: string;
          /** @description 决定日期，YYYY-MM-DD / day of decision, YYYY-MM-DD */
          to?: string;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                recordId: string;
                item: string;
                edition: number;
                subjectName: string;
                uscc: string | null;
                headline: string;
                documentNumber: string;
                authority: string;
                sourceBody: string;
                /** @description YYYY-MM-DD */
                decisionDate: string;
                severity: string | null;
                /** @description RFC 3339, UTC */
                firstPublicAt: string;
                publicUntil: string | null;
                validTo: string | null;
              }[];
              total: {
                value: number;
                relation: "eq" | "gte";
              };
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/trials": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 试算一行：校验结果、是否重复、归属主体、公示期限；不保存 / Try one row: findings, duplicate or not, whose it is, term of publication; nothing is kept */
    post: {
      parameters: {
        query: {
          /** @description 事项代码 / item code */
          item: string;
          /** @description 报送单位 / reporting body */
          body?: string;
          /** @description 报送人确认规则建议的失信程度 / the reporter vouches for the severity that the rules propose */
          attest?: boolean;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description no error: the row would go in */
              ok: boolean;
              findings: {
                field: string | null;
                /** @description as written, shortened, personal numbers masked */
                value: string;
                code: string;
                severity: "error" | "review" | "warning" | "change";
                message: {
                  zh: string;
                  en: string;
                };
                remedy: {
                  zh: string;
                  en: string;
                };
                /** @description what the value may have meant, likeliest first */
                proposals: string[];
              }[];
              read: {
                [key: string]: string;
              } | null;
              outcome: "new" | "changed" | "duplicate" | "waiting" | null;
              record: string | null;
              changedFields: string[];
              subject: {
                kind: "known" | "new" | "unsure" | "person";
                name: string | null;
              } | null;
              publication: {
                term: {
                  deadline: string;
                  title: {
                    zh: string;
                    en: string;
                  };
                  /** @description YYYY-MM-DD */
                  from: string;
                  workingDays: number;
                  due: string | null;
                  missing: string | null;
                  counted: {
                    /** @description YYYY-MM-DD */
                    date: string;
                    /** @description workday, make-up, weekend or holiday */
                    kind: string;
                    text: {
                      zh: string;
                      en: string;
                    };
                  }[];
                  skipped: {
                    /** @description YYYY-MM-DD */
                    date: string;
                    /** @description workday, make-up, weekend or holiday */
                    kind: string;
                    text: {
                      zh: string;
                      en: string;
                    };
                  }[];
                  text: {
                    zh: string;
                    en: string;
                  };
                } | null;
                /** @description the last day of the term is over */
                late: boolean;
                hold: string | null;
                severity: string | null;
                proposal: string | null;
                reason: {
                  zh: string;
                  en: string;
                } | null;
                publicUntil: string | null;
              } | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/filed-records": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 本单位报送的记录，最近决定的在前 / Records that your body reported, newest decision first */
    get: {
      parameters: {
        query?: {
          /** @description 文号、名称的一部分或统一社会信用代码 / document number, part of a name, or credit code */
          q?: string;
          /** @description 事项代码 / item code */
          item?: string;
          /** @description 报送单位代码 / code of the reporting body */
          body?: string;
          /** @description 决定日期，YYYY-MM-DD / day of decision, YYYY-MM-DD */
          from?: string;
          /** @description 决定日期，YYYY-MM-DD / day of decision, YYYY-MM-DD */
          to?: string;
          state?: "active" | "withdrawn";
          /** @description 查阅用途，可查看全部单位记录的人员必填 / what the look is for; needed of those who see the records of every body */
          purpose?: string;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                recordId: string;
                subjectId: string;
                subjectName: string;
                item: string;
                edition: number;
                sourceBody: string;
                documentNumber: string;
                /** @description YYYY-MM-DD */
                decisionDate: string;
                /** @description active, withdrawn */
                state: string;
                version: number;
                hold: string | null;
                dueOn: string | null;
                publicUntil: string | null;
                firstPublicAt: string | null;
                waiting: string | null;
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/filed-records/{recordId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 本单位报送的一条记录：内容、版本、公示状态和期限 / One record that your body reported: content, versions, publication and term */
    get: {
      parameters: {
        query?: {
          /** @description 查阅用途，可查看全部单位记录的人员必填 / what the look is for; needed of those who see the records of every body */
          purpose?: string;
        };
        header?: never;
        path: {
          /** @description 记录编号 / record id */
          recordId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              recordId: string;
              subjectId: string;
              subjectName: string;
              item: string;
              edition: number;
              sourceBody: string;
              documentNumber: string;
              /** @description YYYY-MM-DD */
              decisionDate: string;
              /** @description active, withdrawn */
              state: string;
              version: number;
              hold: string | null;
              dueOn: string | null;
              publicUntil: string | null;
              firstPublicAt: string | null;
              waiting: string | null;
              uscc: string | null;
              form: {
                item: string;
                edition: number;
                title: {
                  zh: string;
                  en: string;
                };
                groups: {
                  key: string;
                  title: {
                    zh: string;
                    en: string;
                  };
                  fields: {
                    key: string;
                    /** @description what it means to the pipeline */
                    role: string | null;
                    title: {
                      zh: string;
                      en: string;
                    };
                    help: {
                      zh: string;
                      en: string;
                    };
                    required:
                      | boolean
                      | {
                          field: string;
                          in?: string[];
                          notIn?: string[];
                          present?: boolean;
                        };
                    /** @description must be blank while this holds */
                    forbidden: {
                      field: string;
                      in?: string[];
                      notIn?: string[];
                      present?: boolean;
                    } | null;
                    input:
                      | {
                          control: "line" | "lines" | "code" | "secret";
                          maxLength: number;
                        }
                      | {
                          /** @enum {string} */
                          control: "date";
                          longTerm: boolean;
                        }
                      | {
                          /** @enum {string} */
                          control: "select";
                          options: {
                            value: string;
                            label: {
                              zh: string;
                              en: string;
                            };
                            /** @description an explanation is entered behind it */
                            openEnded: boolean;
                          }[];
                        }
                      | {
                          /** @enum {string} */
                          control: "checkboxes";
                          options: {
                            value: string;
                            label: {
                              zh: string;
                              en: string;
                            };
                            /** @description an explanation is entered behind it */
                            openEnded: boolean;
                          }[];
                          separator: string;
                        }
                      | {
                          /** @enum {string} */
                          control: "amount";
                          unit: {
                            zh: string;
                            en: string;
                          };
                          decimals: number;
                        };
                  }[];
                }[];
              };
              /** @description field key to text as it would be kept; identity numbers masked */
              cells: {
                [key: string]: string;
              };
              versions: {
                subjectId: string;
                recordId: string;
                version: number;
                item: string;
                edition: number;
                sourceBody: string;
                naturalKey: string;
                /** @description YYYY-MM-DD */
                decisionDate: string;
                documentNumber: string;
                /** @description RFC 3339, UTC */
                knownFrom: string;
                recordedBy: string;
                cause: string;
                changedFields: string[];
                reason: string | null;
                ground: string | null;
                proceedingId: string | null;
                proposedBy: string | null;
                commitment: string;
                batchId: string | null;
                row: number | null;
                /** @description the record left this subject with this version */
                retired: boolean;
                linkedSubject: string | null;
                payload: {
                  [key: string]: unknown;
                } | null;
              }[];
              /** @description names of the people whose ids the answer holds; keys of programs have none */
              people: {
                [key: string]: string;
              };
              publication: {
                dueOn: string | null;
                hold: string | null;
                severity: string | null;
                publicFrom: string | null;
                publicUntil: string | null;
                firstPublicAt: string | null;
                /** @description RFC 3339, UTC */
                reportedAt: string;
              } | null;
              term: {
                deadline: string;
                title: {
                  zh: string;
                  en: string;
                };
                /** @description YYYY-MM-DD */
                from: string;
                workingDays: number;
                due: string | null;
                missing: string | null;
                counted: {
                  /** @description YYYY-MM-DD */
                  date: string;
                  /** @description workday, make-up, weekend or holiday */
                  kind: string;
                  text: {
                    zh: string;
                    en: string;
                  };
                }[];
                skipped: {
                  /** @description YYYY-MM-DD */
                  date: string;
                  /** @description workday, make-up, weekend or holiday */
                  kind: string;
                  text: {
                    zh: string;
                    en: string;
                  };
                }[];
                text: {
                  zh: string;
                  en: string;
                };
              } | null;
              grounds: {
                ground: string;
                title: {
                  zh: string;
                  en: string;
                };
                help: {
                  zh: string;
                  en: string;
                };
                kinds: ("correction" | "withdrawal")[];
                /** @description a statutory term runs from the day of the change, which must be given */
                clock: boolean;
              }[];
              /** @description correct, withdraw */
              allowed: string[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/records/{recordId}/corrections/trial": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 试算一项更正；不保存 / Try a correction; nothing is kept */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 记录编号 / record id */
          recordId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description could be proposed as it is */
              ok: boolean;
              findings: {
                field: string | null;
                /** @description as written, shortened, personal numbers masked */
                value: string;
                code: string;
                severity: "error" | "review" | "warning" | "change";
                message: {
                  zh: string;
                  en: string;
                };
                remedy: {
                  zh: string;
                  en: string;
                };
                /** @description what the value may have meant, likeliest first */
                proposals: string[];
              }[];
              changedFields: string[];
              /** @description a field of the natural key changes; the record stays the same record */
              newKey: boolean;
              takenBy: string | null;
              /** @description would no longer certainly be the same party's */
              otherParty: boolean;
              publication: {
                term: {
                  deadline: string;
                  title: {
                    zh: string;
                    en: string;
                  };
                  /** @description YYYY-MM-DD */
                  from: string;
                  workingDays: number;
                  due: string | null;
                  missing: string | null;
                  counted: {
                    /** @description YYYY-MM-DD */
                    date: string;
                    /** @description workday, make-up, weekend or holiday */
                    kind: string;
                    text: {
                      zh: string;
                      en: string;
                    };
                  }[];
                  skipped: {
                    /** @description YYYY-MM-DD */
                    date: string;
                    /** @description workday, make-up, weekend or holiday */
                    kind: string;
                    text: {
                      zh: string;
                      en: string;
                    };
                  }[];
                  text: {
                    zh: string;
                    en: string;
                  };
                } | null;
                /** @description the last day of the term is over */
                late: boolean;
                hold: string | null;
                severity: string | null;
                proposal: string | null;
                reason: {
                  zh: string;
                  en: string;
                } | null;
                publicUntil: string | null;
              } | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/records/{recordId}/corrections": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 提出更正一条记录（经另一人审批后生效） / Propose to correct a record (in force once another person approved it) */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 记录编号 / record id */
          recordId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              proceedingId: string;
              kind: "correction" | "withdrawal";
              recordId: string;
              subjectId: string;
              item: string;
              edition: number;
              sourceBody: string;
              documentNumber: string;
              subjectName: string;
              ground: string;
              groundTitle: {
                zh: string;
                en: string;
              };
              reason: string;
              changedOn: string | null;
              dueOn: string | null;
              dueMissing: string | null;
              changedFields: string[];
              baseVersion: number;
              /** @description proposed, approved, refused, taken-back */
              state: string;
              openedBy: string;
              /** @description RFC 3339, UTC */
              openedAt: string;
              endedAt: string | null;
              decidedBy: string | null;
              /** @description acts that you may take now */
              allowed: string[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/records/{recordId}/withdrawal": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 提出撤回一条记录（决定被变更、撤销、确认违法或无效等，经另一人审批后生效） / Propose to withdraw a record (its decision was changed, revoked, found unlawful or void …); another person approves */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 记录编号 / record id */
          recordId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              proceedingId: string;
              kind: "correction" | "withdrawal";
              recordId: string;
              subjectId: string;
              item: string;
              edition: number;
              sourceBody: string;
              documentNumber: string;
              subjectName: string;
              ground: string;
              groundTitle: {
                zh: string;
                en: string;
              };
              reason: string;
              changedOn: string | null;
              dueOn: string | null;
              dueMissing: string | null;
              changedFields: string[];
              baseVersion: number;
              /** @description proposed, approved, refused, taken-back */
              state: string;
              openedBy: string;
              /** @description RFC 3339, UTC */
              openedAt: string;
              endedAt: string | null;
              decidedBy: string | null;
              /** @description acts that you may take now */
              allowed: string[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/amendments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 更正和撤回事项，最近的在前 / Corrections and withdrawals, newest first */
    get: {
      parameters: {
        query?: {
          /** @description 只列待审批的 / only those that wait */
          open?: boolean;
          kind?: "correction" | "withdrawal";
          /** @description 记录编号 / record id */
          record?: string;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                proceedingId: string;
                kind: "correction" | "withdrawal";
                recordId: string;
                subjectId: string;
                item: string;
                edition: number;
                sourceBody: string;
                documentNumber: string;
                subjectName: string;
                ground: string;
                groundTitle: {
                  zh: string;
                  en: string;
                };
                reason: string;
                changedOn: string | null;
                dueOn: string | null;
                dueMissing: string | null;
                changedFields: string[];
                baseVersion: number;
                /** @description proposed, approved, refused, taken-back */
                state: string;
                openedBy: string;
                /** @description RFC 3339, UTC */
                openedAt: string;
                endedAt: string | null;
                decidedBy: string | null;
                /** @description acts that you may take now */
                allowed: string[];
                openedByName: string | null;
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/amendments/count": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 待审批的更正和撤回有几件 / How many corrections and withdrawals wait */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description proposed and not decided */
              waiting: number;
              /** @description of these, proposed by somebody else */
              byOthers: number;
              /** @description the statutory term is over */
              overdue: number;
              dueToday: number;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/amendments/{proceedingId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一项更正或撤回：前后对照、法定期限、全部步骤 / One correction or withdrawal: before and after, statutory term, every step */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 更正或撤回事项编号 / id of the proceeding */
          proceedingId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              proceedingId: string;
              kind: "correction" | "withdrawal";
              recordId: string;
              subjectId: string;
              item: string;
              edition: number;
              sourceBody: string;
              documentNumber: string;
              subjectName: string;
              ground: string;
              groundTitle: {
                zh: string;
                en: string;
              };
              reason: string;
              changedOn: string | null;
              dueOn: string | null;
              dueMissing: string | null;
              changedFields: string[];
              baseVersion: number;
              /** @description proposed, approved, refused, taken-back */
              state: string;
              openedBy: string;
              /** @description RFC 3339, UTC */
              openedAt: string;
              endedAt: string | null;
              decidedBy: string | null;
              /** @description acts that you may take now */
              allowed: string[];
              /** @description names of the people whose ids the answer holds; keys of programs have none */
              people: {
                [key: string]: string;
              };
              /** @description the record has a newer version; it can no longer be approved */
              stale: boolean;
              changes: {
                field: string;
                title: {
                  zh: string;
                  en: string;
                };
                before: {
                  zh: string;
                  en: string;
                } | null;
                after: {
                  zh: string;
                  en: string;
                } | null;
              }[];
              newKey: boolean;
              term: {
                deadline: string;
                title: {
                  zh: string;
                  en: string;
                };
                /** @description YYYY-MM-DD */
                from: string;
                workingDays: number;
                due: string | null;
                missing: string | null;
                counted: {
                  /** @description YYYY-MM-DD */
                  date: string;
                  /** @description workday, make-up, weekend or holiday */
                  kind: string;
                  text: {
                    zh: string;
                    en: string;
                  };
                }[];
                skipped: {
                  /** @description YYYY-MM-DD */
                  date: string;
                  /** @description workday, make-up, weekend or holiday */
                  kind: string;
                  text: {
                    zh: string;
                    en: string;
                  };
                }[];
                text: {
                  zh: string;
                  en: string;
                };
              } | null;
              /** @description after a correction */
              publication: {
                term: {
                  deadline: string;
                  title: {
                    zh: string;
                    en: string;
                  };
                  /** @description YYYY-MM-DD */
                  from: string;
                  workingDays: number;
                  due: string | null;
                  missing: string | null;
                  counted: {
                    /** @description YYYY-MM-DD */
                    date: string;
                    /** @description workday, make-up, weekend or holiday */
                    kind: string;
                    text: {
                      zh: string;
                      en: string;
                    };
                  }[];
                  skipped: {
                    /** @description YYYY-MM-DD */
                    date: string;
                    /** @description workday, make-up, weekend or holiday */
                    kind: string;
                    text: {
                      zh: string;
                      en: string;
                    };
                  }[];
                  text: {
                    zh: string;
                    en: string;
                  };
                } | null;
                /** @description the last day of the term is over */
                late: boolean;
                hold: string | null;
                severity: string | null;
                proposal: string | null;
                reason: {
                  zh: string;
                  en: string;
                } | null;
                publicUntil: string | null;
              } | null;
              events: {
                sequence: number;
                /** @description RFC 3339, UTC */
                at: string;
                actor: string;
                act: string;
                toState: string;
                reason: string;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/amendments/{proceedingId}/{act}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 办理更正或撤回事项：批准、不予批准、收回 / Approve, refuse or take back a proposed correction or withdrawal */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 更正或撤回事项编号 / id of the proceeding */
          proceedingId: string;
          /** @description approve, refuse, take-back */
          act: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              proceedingId: string;
              kind: "correction" | "withdrawal";
              recordId: string;
              subjectId: string;
              item: string;
              edition: number;
              sourceBody: string;
              documentNumber: string;
              subjectName: string;
              ground: string;
              groundTitle: {
                zh: string;
                en: string;
              };
              reason: string;
              changedOn: string | null;
              dueOn: string | null;
              dueMissing: string | null;
              changedFields: string[];
              baseVersion: number;
              /** @description proposed, approved, refused, taken-back */
              state: string;
              openedBy: string;
              /** @description RFC 3339, UTC */
              openedAt: string;
              endedAt: string | null;
              decidedBy: string | null;
              /** @description acts that you may take now */
              allowed: string[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/records/{recordId}/clock": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 记录的时限：何时在谁手里，各几个工作日，期限何时中止 / The clock of a record: who held it when, for how many working days, and when the term was paused */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 记录编号 / record id */
          recordId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              recordId: string;
              item: string;
              sourceBody: string;
              /** @description YYYY-MM-DD */
              decisionDate: string;
              /** @description length of the term; null where none runs */
              termWorkdays: number | null;
              dueOn: string | null;
              dueMissing: string | null;
              dueIfServedToday: string | null;
              state: "running" | "paused" | "public" | "withdrawn" | "not-published";
              endedAt: string | null;
              /** @description whether it counts in the figure of timeliness */
              counted: boolean;
              onTime: boolean | null;
              excluded: string | null;
              /** @description without gap and overlap, from the decision to the end or to now */
              segments: {
                /** @description reporting 决定后未报送, filing 平台入库, review 待归属判定, completing 待报送单位补充, service 未送达, telling 已送达未登记 */
                kind: "reporting" | "filing" | "review" | "completing" | "service" | "telling";
                /** @description who could have moved it on */
                holder: "department" | "platform" | "nobody";
                /** @description RFC 3339, UTC */
                from: string;
                /** @description RFC 3339, UTC */
                to: string;
                /** @description calendar days; the day of the decision is none */
                days: number;
                /** @description null where a calendar is missing */
                workdays: number | null;
                /** @description calendar days among them past the last day of the term */
                lateDays: number;
              }[];
              totals: {
                department: {
                  /** @description calendar days; the day of the decision is none */
                  days: number;
                  /** @description null where a calendar is missing */
                  workdays: number | null;
                  /** @description calendar days among them past the last day of the term */
                  lateDays: number;
                };
                platform: {
                  /** @description calendar days; the day of the decision is none */
                  days: number;
                  /** @description null where a calendar is missing */
                  workdays: number | null;
                  /** @description calendar days among them past the last day of the term */
                  lateDays: number;
                };
                nobody: {
                  /** @description calendar days; the day of the decision is none */
                  days: number;
                  /** @description null where a calendar is missing */
                  workdays: number | null;
                  /** @description calendar days among them past the last day of the term */
                  lateDays: number;
                };
              };
              /** @description on service, for those with a right to them */
              statements: {
                sequence: number;
                servedOn: string | null;
                /** @description number of the attached paper that proves it */
                document: number | null;
                note: string | null;
                statedBy: string;
                /** @description RFC 3339, UTC */
                statedAt: string;
              }[];
              rule: {
                title: {
                  zh: string;
                  en: string;
                };
                note: {
                  zh: string;
                  en: string;
                };
                serviceDue: string | null;
                /** @description somebody compared all its sources with the originals */
                verified: boolean;
              } | null;
              /** @description what whoever asks may do */
              allowed: "state-service"[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/records/{recordId}/service": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 登记送达日期，或者声明尚未送达（暂不公示，期限中止） / State the day of service, or that the decision is not served yet (held, its term paused) */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 记录编号 / record id */
          recordId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              recordId: string;
              item: string;
              sourceBody: string;
              /** @description YYYY-MM-DD */
              decisionDate: string;
              /** @description length of the term; null where none runs */
              termWorkdays: number | null;
              dueOn: string | null;
              dueMissing: string | null;
              dueIfServedToday: string | null;
              state: "running" | "paused" | "public" | "withdrawn" | "not-published";
              endedAt: string | null;
              /** @description whether it counts in the figure of timeliness */
              counted: boolean;
              onTime: boolean | null;
              excluded: string | null;
              /** @description without gap and overlap, from the decision to the end or to now */
              segments: {
                /** @description reporting 决定后未报送, filing 平台入库, review 待归属判定, completing 待报送单位补充, service 未送达, telling 已送达未登记 */
                kind: "reporting" | "filing" | "review" | "completing" | "service" | "telling";
                /** @description who could have moved it on */
                holder: "department" | "platform" | "nobody";
                /** @description RFC 3339, UTC */
                from: string;
                /** @description RFC 3339, UTC */
                to: string;
                /** @description calendar days; the day of the decision is none */
                days: number;
                /** @description null where a calendar is missing */
                workdays: number | null;
                /** @description calendar days among them past the last day of the term */
                lateDays: number;
              }[];
              totals: {
                department: {
                  /** @description calendar days; the day of the decision is none */
                  days: number;
                  /** @description null where a calendar is missing */
                  workdays: number | null;
                  /** @description calendar days among them past the last day of the term */
                  lateDays: number;
                };
                platform: {
                  /** @description calendar days; the day of the decision is none */
                  days: number;
                  /** @description null where a calendar is missing */
                  workdays: number | null;
                  /** @description calendar days among them past the last day of the term */
                  lateDays: number;
                };
                nobody: {
                  /** @description calendar days; the day of the decision is none */
                  days: number;
                  /** @description null where a calendar is missing */
                  workdays: number | null;
                  /** @description calendar days among them past the last day of the term */
                  lateDays: number;
                };
              };
              /** @description on service, for those with a right to them */
              statements: {
                sequence: number;
                servedOn: string | null;
                /** @description number of the attached paper that proves it */
                document: number | null;
                note: string | null;
                statedBy: string;
                /** @description RFC 3339, UTC */
                statedAt: string;
              }[];
              rule: {
                title: {
                  zh: string;
                  en: string;
                };
                note: {
                  zh: string;
                  en: string;
                };
                serviceDue: string | null;
                /** @description somebody compared all its sources with the originals */
                verified: boolean;
              } | null;
              /** @description what whoever asks may do */
              allowed: "state-service"[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/held-records": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 尚未送达、暂不公示的决定，决定日期早的在前 / Decisions held because they are not served, the oldest first */
    get: {
      parameters: {
        query?: {
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                recordId: string;
                item: string;
                sourceBody: string;
                subjectName: string | null;
                documentNumber: string;
                /** @description YYYY-MM-DD */
                decisionDate: string;
                serviceDue: string | null;
                dueIfServedToday: string | null;
                pausedSince: string | null;
                /** @description RFC 3339, UTC */
                statedAt: string;
                statedBy: string;
                note: string | null;
                documents: number;
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/service-rules": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 哪些事项的决定送达前暂不公示，期限如何中止 / Items whose decisions are held until they are served, and what that does to the term */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                service: string;
                title: {
                  zh: string;
                  en: string;
                };
                note: {
                  zh: string;
                  en: string;
                };
                /** @description items of the catalogue */
                items: string[];
                /** @description days until service do not count in the term */
                pausesPublication: boolean;
                /** @description somebody compared all its sources with the originals */
                verified: boolean;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/publicity/timeliness": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 按机构、事项、决定月份统计的按期公示，含分子、分母和未计入原因 / On-time publication by body, item and month, with numerator, denominator and what is not counted */
    get: {
      parameters: {
        query?: {
          /** @description 事项代码 / item code */
          item?: string;
          /** @description 报送单位代码 / code of the reporting body */
          body?: string;
          /** @description 决定日期自，YYYY-MM-DD，统计按整月计 / first day of decision, YYYY-MM-DD; figures take whole months */
          from?: string;
          /** @description 决定日期至，YYYY-MM-DD，统计按整月计 / last day of decision, YYYY-MM-DD; figures take whole months */
          to?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              figures: {
                item: string;
                sourceBody: string;
                /** @description month of the decision, YYYY-MM */
                month: string;
                /** @description numerator: published within the term */
                onTime: number;
                /** @description denominator: may lawfully be published, and public already or past the term */
                due: number;
                /** @description not counted, by reason */
                excluded: {
                  [key: string]: number;
                };
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/publicity/timeliness/days": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 日历：每日作出（或首次公示）的决定数，按期、逾期、未定 / A calendar: decisions by their day, or by the day they were first public; in time, late, open */
    get: {
      parameters: {
        query?: {
          /** @description 按决定日期或首次公示日期 / by day of decision or of first publication */
          by?: "decision" | "publication";
          /** @description 事项代码 / item code */
          item?: string;
          /** @description 报送单位代码 / code of the reporting body */
          body?: string;
          /** @description 自，YYYY-MM-DD，默认一年前 / first day, by default a year ago */
          from?: string;
          /** @description 至，YYYY-MM-DD，默认今日 / last day, by default today */
          to?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              days: {
                /** @description YYYY-MM-DD */
                day: string;
                /** @description decisions of that day, or published on it */
                decisions: number;
                onTime: number;
                late: number;
                /** @description not yet due, or held: in no figure yet */
                open: number;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/publicity/timeliness/decisions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 统计数字背后的逐条决定 / The decisions behind the figures */
    get: {
      parameters: {
        query?: {
          /** @description 事项代码 / item code */
          item?: string;
          /** @description 报送单位代码 / code of the reporting body */
          body?: string;
          /** @description 决定日期自，YYYY-MM-DD，统计按整月计 / first day of decision, YYYY-MM-DD; figures take whole months */
          from?: string;
          /** @description 决定日期至，YYYY-MM-DD，统计按整月计 / last day of decision, YYYY-MM-DD; figures take whole months */
          to?: string;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                /** @description null where the record is not public today */
                recordId: string | null;
                /** @description tells the decision from others of its day; leads to no record */
                place: string;
                item: string;
                sourceBody: string;
                /** @description YYYY-MM-DD */
                decisionDate: string;
                dueOn: string | null;
                publishedOn: string | null;
                counted: boolean;
                onTime: boolean | null;
                excluded: string | null;
                /** @description who held it when */
                segments: {
                  /** @description reporting 决定后未报送, filing 平台入库, review 待归属判定, completing 待报送单位补充, service 未送达, telling 已送达未登记 */
                  kind: "reporting" | "filing" | "review" | "completing" | "service" | "telling";
                  /** @description who could have moved it on */
                  holder: "department" | "platform" | "nobody";
                  /** @description YYYY-MM-DD */
                  from: string;
                  /** @description YYYY-MM-DD */
                  to: string;
                  /** @description calendar days; the day of the decision is none */
                  days: number;
                  /** @description null where a calendar is missing */
                  workdays: number | null;
                  /** @description calendar days among them past the last day of the term */
                  lateDays: number;
                }[];
                totals: {
                  department: {
                    /** @description calendar days; the day of the decision is none */
                    days: number;
                    /** @description null where a calendar is missing */
                    workdays: number | null;
                    /** @description calendar days among them past the last day of the term */
                    lateDays: number;
                  };
                  platform: {
                    /** @description calendar days; the day of the decision is none */
                    days: number;
                    /** @description null where a calendar is missing */
                    workdays: number | null;
                    /** @description calendar days among them past the last day of the term */
                    lateDays: number;
                  };
                  nobody: {
                    /** @description calendar days; the day of the decision is none */
                    days: number;
                    /** @description null where a calendar is missing */
                    workdays: number | null;
                    /** @description calendar days among them past the last day of the term */
                    lateDays: number;
                  };
                };
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/deadline": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 公示期限的最后一天，及计算过程 / Last day of the term of publication, with the count */
    get: {
      parameters: {
        query: {
          /** @description 决定日期，YYYY-MM-DD / day of the decision, YYYY-MM-DD */
          from: string;
          /** @description 期限规则 / rule of data/rules/deadlines.json */
          deadline?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description YYYY-MM-DD */
              from: string;
              /** @description YYYY-MM-DD */
              due: string;
              workingDays: number;
              counted: {
                /** @description YYYY-MM-DD */
                date: string;
                /** @description workday, make-up, weekend or holiday */
                kind: string;
                text: {
                  zh: string;
                  en: string;
                };
              }[];
              skipped: {
                /** @description YYYY-MM-DD */
                date: string;
                /** @description workday, make-up, weekend or holiday */
                kind: string;
                text: {
                  zh: string;
                  en: string;
                };
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/figures": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 各单位、各事项、各月的比率，含分子、分母、算法和依据 / Rates by body, item and month, with numerator, denominator, formula and source */
    get: {
      parameters: {
        query?: {
          /** @description 自，YYYY-MM，默认十二个月 / first month, by default twelve */
          from?: string;
          /** @description 至，YYYY-MM，默认本月 / last month, by default this one */
          to?: string;
          /** @description 事项代码 / item code */
          item?: string;
          /** @description 单位代码，- 指未指明单位 / code of the body; - is for files of no single body */
          body?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @description first month, YYYY-MM */
              from: string;
              /** @description last month, YYYY-MM */
              to: string;
              rates: {
                /** @description report, own-site, compliance, timeliness, omission */
                rate: string;
                title: {
                  zh: string;
                  en: string;
                };
                numerator: {
                  zh: string;
                  en: string;
                };
                denominator: {
                  zh: string;
                  en: string;
                };
                formula: {
                  zh: string;
                  en: string;
                };
                citations: {
                  title: string;
                  number?: string;
                  locator?: string;
                  note?: string;
                  /** @description somebody compared the entry with the original */
                  verified: boolean;
                }[];
                /** @description false: the platform has no source of this rate yet, so there is no figure */
                source: boolean;
                /** @description all: of every body; own: of your own body; none: not by you */
                seen: string;
              }[];
              figures: {
                /** @description report, own-site, compliance, timeliness, omission */
                rate: string;
                body: string | null;
                item: string;
                numerator: number;
                denominator: number;
                /** @description in neither, by reason */
                apart: {
                  [key: string]: number;
                };
                /** @description YYYY-MM */
                month: string;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/figures/compliance/batches": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 合规率背后的批次，最近的在前 / The batches behind compliance, newest first */
    get: {
      parameters: {
        query?: {
          /** @description 自，YYYY-MM，默认十二个月 / first month, by default twelve */
          from?: string;
          /** @description 至，YYYY-MM，默认本月 / last month, by default this one */
          to?: string;
          /** @description 事项代码 / item code */
          item?: string;
          /** @description 单位代码，- 指未指明单位 / code of the body; - is for files of no single body */
          body?: string;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                batchId: string;
                body: string | null;
                item: string;
                fileName: string;
                /** Format: date-time */
                receivedAt: string;
                /** @description rows that entered */
                numerator: number;
                /** @description rows that entered and rows rejected */
                denominator: number;
                /** @description in neither, by reason */
                apart: {
                  [key: string]: number;
                };
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/figures/statements": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 月度定稿，最近的在前 / Frozen figures of months, newest first */
    get: {
      parameters: {
        query?: {
          /** @description 月份，YYYY-MM / month */
          month?: string;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                statementId: string;
                /** @description YYYY-MM */
                month: string;
                /** @description 1 for the month's first */
                number: number;
                supersedes: string | null;
                supersededBy: string | null;
                reason: string | null;
                /** Format: date-time */
                frozenAt: string;
                /** @description SHA-256 of the content's canonical JSON (RFC 8785), hex */
                digest: string;
                keyId: string;
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    /** 按现时数据另出一份更正定稿，原定稿保留 / Make a further statement of a month from today's figures; the earlier one stays */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              statementId: string;
              /** @description YYYY-MM */
              month: string;
              /** @description 1 for the month's first */
              number: number;
              supersedes: string | null;
              supersededBy: string | null;
              reason: string | null;
              /** Format: date-time */
              frozenAt: string;
              /** @description SHA-256 of the content's canonical JSON (RFC 8785), hex */
              digest: string;
              keyId: string;
              content: {
                kind: string;
                statementId: string;
                month: string;
                number: number;
                supersedes: {
                  statementId: string;
                  digest: string;
                } | null;
                reason: string | null;
                disputes: string[];
                frozenAt: string;
                judgedOn: string;
                rates: {
                  /** @description report, own-site, compliance, timeliness, omission */
                  rate: string;
                  formula: {
                    zh: string;
                    en: string;
                  };
                  effectiveFrom: string | null;
                }[];
                figures: {
                  /** @description report, own-site, compliance, timeliness, omission */
                  rate: string;
                  body: string | null;
                  item: string;
                  numerator: number;
                  denominator: number;
                  /** @description in neither, by reason */
                  apart: {
                    [key: string]: number;
                  };
                  /** @description SHA-256 of the rows behind it, hex */
                  rows: string;
                }[];
              };
              /** @description Base64 of the 32 bytes of the Ed25519 key that signed it */
              publicKey: string;
              /** @description Base64 of the signature over kind, line feed and canonical content */
              signature: string;
              /** @description figures that are disputed now */
              disputed: {
                /** @description report, own-site, compliance, timeliness, omission */
                rate: string;
                item: string;
                body: string;
                /** Format: date-time */
                openedAt: string;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/figures/key": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 核验定稿签名的公钥 / The public key by which statements are checked */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              keyId: string;
              /** @enum {string} */
              algorithm: "Ed25519";
              /** @description Base64 of 32 bytes */
              publicKey: string;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/figures/statements/{statementId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一份定稿，含签名和未办结的异议 / One statement, with its signature and what is disputed */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 定稿编号 / id of the statement */
          statementId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              statementId: string;
              /** @description YYYY-MM */
              month: string;
              /** @description 1 for the month's first */
              number: number;
              supersedes: string | null;
              supersededBy: string | null;
              reason: string | null;
              /** Format: date-time */
              frozenAt: string;
              /** @description SHA-256 of the content's canonical JSON (RFC 8785), hex */
              digest: string;
              keyId: string;
              content: {
                kind: string;
                statementId: string;
                month: string;
                number: number;
                supersedes: {
                  statementId: string;
                  digest: string;
                } | null;
                reason: string | null;
                disputes: string[];
                frozenAt: string;
                judgedOn: string;
                rates: {
                  /** @description report, own-site, compliance, timeliness, omission */
                  rate: string;
                  formula: {
                    zh: string;
                    en: string;
                  };
                  effectiveFrom: string | null;
                }[];
                figures: {
                  /** @description report, own-site, compliance, timeliness, omission */
                  rate: string;
                  body: string | null;
                  item: string;
                  numerator: number;
                  denominator: number;
                  /** @description in neither, by reason */
                  apart: {
                    [key: string]: number;
                  };
                  /** @description SHA-256 of the rows behind it, hex */
                  rows: string;
                }[];
              };
              /** @description Base64 of the 32 bytes of the Ed25519 key that signed it */
              publicKey: string;
              /** @description Base64 of the signature over kind, line feed and canonical content */
              signature: string;
              /** @description figures that are disputed now */
              disputed: {
                /** @description report, own-site, compliance, timeliness, omission */
                rate: string;
                item: string;
                body: string;
                /** Format: date-time */
                openedAt: string;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/figures/statements/{statementId}/disputes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 对定稿中本单位的一项指标提出异议 / Dispute a figure of your own body in a statement */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 定稿编号 / id of the statement */
          statementId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              proceedingId: string;
              statementId: string;
              month: string;
              /** @description report, own-site, compliance, timeliness, omission */
              rate: string;
              item: string;
              body: string;
              /** @description as it was frozen */
              numerator: number;
              denominator: number;
              rows: string[];
              /** @description open, upheld, dismissed, taken-back */
              state: string;
              openedBy: string;
              /** Format: date-time */
              openedAt: string;
              endedAt: string | null;
              decidedBy: string | null;
              /** @description acts that you may take now */
              allowed: string[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/figure-disputes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 对定稿指标的异议，最近的在前 / Disputes of frozen figures, newest first */
    get: {
      parameters: {
        query?: {
          /** @description 只列未办结的 / only those that are not decided */
          open?: boolean;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                proceedingId: string;
                statementId: string;
                month: string;
                /** @description report, own-site, compliance, timeliness, omission */
                rate: string;
                item: string;
                body: string;
                /** @description as it was frozen */
                numerator: number;
                denominator: number;
                rows: string[];
                /** @description open, upheld, dismissed, taken-back */
                state: string;
                openedBy: string;
                /** Format: date-time */
                openedAt: string;
                endedAt: string | null;
                decidedBy: string | null;
                /** @description acts that you may take now */
                allowed: string[];
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/figure-disputes/{proceedingId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一项异议及其经过 / One dispute with all that happened */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          proceedingId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              proceedingId: string;
              statementId: string;
              month: string;
              /** @description report, own-site, compliance, timeliness, omission */
              rate: string;
              item: string;
              body: string;
              /** @description as it was frozen */
              numerator: number;
              denominator: number;
              rows: string[];
              /** @description open, upheld, dismissed, taken-back */
              state: string;
              openedBy: string;
              /** Format: date-time */
              openedAt: string;
              endedAt: string | null;
              decidedBy: string | null;
              /** @description acts that you may take now */
              allowed: string[];
              events: {
                /** Format: date-time */
                at: string;
                actor: string;
                act: string;
                toState: string;
                reason: string;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/figure-disputes/{proceedingId}/{act}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 办理异议：支持、不支持、撤回 / Uphold, dismiss or take back a dispute */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          proceedingId: string;
          /** @description uphold, dismiss, take-back */
          act: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              proceedingId: string;
              statementId: string;
              month: string;
              /** @description report, own-site, compliance, timeliness, omission */
              rate: string;
              item: string;
              body: string;
              /** @description as it was frozen */
              numerator: number;
              denominator: number;
              rows: string[];
              /** @description open, upheld, dismissed, taken-back */
              state: string;
              openedBy: string;
              /** Format: date-time */
              openedAt: string;
              endedAt: string | null;
              decidedBy: string | null;
              /** @description acts that you may take now */
              allowed: string[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/coverage": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 全覆盖：每个单位每期应报的事项及其状态 / Coverage: what each body owes by item and period, and how it stands */
    get: {
      parameters: {
        query?: {
          /** @description 自某月，YYYY-MM / from this month on */
          from?: string;
          /** @description 至某月，YYYY-MM / up to this month */
          to?: string;
          /** @description 报送单位代码 / code of the reporting body */
          body?: string;
          /** @description 事项代码 / item code */
          item?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              from: string;
              to: string;
              cells: {
                item: string;
                body: string;
                period: string;
                /** @description YYYY-MM-DD */
                first: string;
                /** @description YYYY-MM-DD */
                last: string;
                duty: string;
                /** @description YYYY-MM-DD */
                dueOn: string;
                /** @enum {unknown} */
                state: "reported" | "zero" | "contradicted" | "not-yet-due" | "missing";
                /** @description decisions of the period on file */
                count: number;
                zeroReport: {
                  zeroReportId: string;
                  item: string;
                  body: string;
                  /** @description YYYY-MM or YYYY-Qn */
                  period: string;
                  sequence: number;
                  act: "reported" | "taken-back";
                  reason: string | null;
                  words: string;
                  statedBy: string;
                  /** Format: date-time */
                  statedAt: string;
                } | null;
              }[];
              totals: {
                owed: number;
                reported: number;
                zero: number;
                contradicted: number;
                "not-yet-due": number;
                missing: number;
                decisions: number;
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/coverage/answers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 零报告和未报送的标准答复 / Standard answers for zero reports and for what is not reported */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              zeroReport: {
                answer: string;
                title: {
                  zh: string;
                  en: string;
                };
                items: string[] | null;
                wordsNeeded: boolean;
                citations: {
                  title: string;
                  locator?: string;
                  verified: boolean;
                }[];
              }[];
              notReported: {
                answer: string;
                title: {
                  zh: string;
                  en: string;
                };
                items: string[] | null;
                wordsNeeded: boolean;
                citations: {
                  title: string;
                  locator?: string;
                  verified: boolean;
                }[];
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/coverage/decisions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 某单位某期已入库的逐条决定 / The decisions on file behind one count of the matrix */
    get: {
      parameters: {
        query: {
          /** @description 事项代码 / item code */
          item: string;
          /** @description 报送单位代码 / code of the reporting body */
          body?: string;
          /** @description YYYY-MM 或 YYYY-Qn / period */
          period: string;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                recordId: string;
                documentNumber: string;
                /** @description YYYY-MM-DD */
                decisionDate: string;
                /** Format: date-time */
                reportedAt: string;
                firstPublicAt: string | null;
                hold: string | null;
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/zero-reports": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 零报告及其撤回，最近的在前 / Zero reports and what was taken back, newest first */
    get: {
      parameters: {
        query?: {
          /** @description 事项代码 / item code */
          item?: string;
          /** @description 报送单位代码 / code of the reporting body */
          body?: string;
          /** @description YYYY-MM 或 YYYY-Qn / period */
          period?: string;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                zeroReportId: string;
                item: string;
                body: string;
                /** @description YYYY-MM or YYYY-Qn */
                period: string;
                sequence: number;
                act: "reported" | "taken-back";
                reason: string | null;
                words: string;
                statedBy: string;
                /** Format: date-time */
                statedAt: string;
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    /** 零报告：本期没有作出该类决定 / State that no decision of an item was made in a period */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              zeroReportId: string;
              item: string;
              body: string;
              /** @description YYYY-MM or YYYY-Qn */
              period: string;
              sequence: number;
              act: "reported" | "taken-back";
              reason: string | null;
              words: string;
              statedBy: string;
              /** Format: date-time */
              statedAt: string;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/zero-reports/{zeroReportId}/take-back": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 撤回零报告 / Take a zero report back */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          zeroReportId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              zeroReportId: string;
              item: string;
              body: string;
              /** @description YYYY-MM or YYYY-Qn */
              period: string;
              sequence: number;
              act: "reported" | "taken-back";
              reason: string | null;
              words: string;
              statedBy: string;
              /** Format: date-time */
              statedAt: string;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/monthly-tables": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 双公示月报：每单位每月的最新一版及平台现有数量 / Monthly tables of double publicity: the newest of each body and month, and what is on file */
    get: {
      parameters: {
        query?: {
          /** @description 自某月，YYYY-MM / from this month on */
          from?: string;
          /** @description 至某月，YYYY-MM / up to this month */
          to?: string;
          /** @description 单位代码 / code of a body */
          body?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                body: string;
                month: string;
                /** @description YYYY-MM-DD */
                dueOn: string;
                filed: {
                  item: string;
                  count: number;
                }[];
                table: {
                  tableId: string;
                  body: string;
                  /** @description YYYY-MM */
                  month: string;
                  version: number;
                  address: string | null;
                  publishedOn: string | null;
                  madeBy: string;
                  /** Format: date-time */
                  madeAt: string;
                  proceedingId: string;
                  /** @description submitted, signed, returned, taken-back */
                  state: string;
                  decidedBy: string | null;
                  lines: {
                    item: string;
                    produced: number;
                    ownSite: number;
                    /** @description on file when the table was made, counted by the platform */
                    reported: number;
                    basis: string | null;
                    basisWords: string | null;
                  }[];
                } | null;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    /** 填报双公示月报并提交复核；已报送数由平台计数，不填 / Make a monthly table and submit it for signature; what was reported is counted, not filled in */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              tableId: string;
              body: string;
              /** @description YYYY-MM */
              month: string;
              version: number;
              address: string | null;
              publishedOn: string | null;
              madeBy: string;
              /** Format: date-time */
              madeAt: string;
              proceedingId: string;
              /** @description submitted, signed, returned, taken-back */
              state: string;
              decidedBy: string | null;
              lines: {
                item: string;
                produced: number;
                ownSite: number;
                /** @description on file when the table was made, counted by the platform */
                reported: number;
                basis: string | null;
                basisWords: string | null;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/monthly-tables/{body}/{month}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 某单位某月的月报：全部版本和步骤 / One body's month: every version with its steps */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          body: string;
          /** @description YYYY-MM */
          month: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              body: string;
              month: string;
              /** @description YYYY-MM-DD */
              dueOn: string;
              filed: {
                item: string;
                count: number;
              }[];
              /** @description whether this person may make a version now */
              mayMake: boolean;
              versions: {
                tableId: string;
                body: string;
                /** @description YYYY-MM */
                month: string;
                version: number;
                address: string | null;
                publishedOn: string | null;
                madeBy: string;
                /** Format: date-time */
                madeAt: string;
                proceedingId: string;
                /** @description submitted, signed, returned, taken-back */
                state: string;
                decidedBy: string | null;
                lines: {
                  item: string;
                  produced: number;
                  ownSite: number;
                  /** @description on file when the table was made, counted by the platform */
                  reported: number;
                  basis: string | null;
                  basisWords: string | null;
                }[];
                allowed: string[];
                events: {
                  sequence: number;
                  /** Format: date-time */
                  at: string;
                  actor: string;
                  act: string;
                  fromState: string | null;
                  toState: string;
                  reason: string;
                }[];
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/monthly-tables/{tableId}/{act}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 签核、退回或撤回月报 / Sign, return or take back a monthly table */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          tableId: string;
          /** @description sign, return, take-back */
          act: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              tableId: string;
              body: string;
              /** @description YYYY-MM */
              month: string;
              version: number;
              address: string | null;
              publishedOn: string | null;
              madeBy: string;
              /** Format: date-time */
              madeAt: string;
              proceedingId: string;
              /** @description submitted, signed, returned, taken-back */
              state: string;
              decidedBy: string | null;
              lines: {
                item: string;
                produced: number;
                ownSite: number;
                /** @description on file when the table was made, counted by the platform */
                reported: number;
                basis: string | null;
                basisWords: string | null;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/samples": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 随机抽查，最近的在前，含错报率 / Random samples, newest first, with the rate of misreports */
    get: {
      parameters: {
        query?: {
          /** @description 事项代码 / item code */
          item?: string;
          /** @description 单位代码 / code of a body */
          body?: string;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                sampleId: string;
                item: string;
                body: string;
                /** @description YYYY-MM-DD */
                from: string;
                /** @description YYYY-MM-DD */
                to: string;
                seed: string;
                frameSize: number;
                frameHash: string;
                size: number;
                drawnBy: string;
                /** Format: date-time */
                drawnAt: string;
                outcomes: {
                  right: number;
                  wrong: number;
                  "no-document": number;
                };
                /** @description 错报率 rows that differ ÷ rows compared */
                misreport: {
                  numerator: number;
                  denominator: number;
                };
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    /** 随机抽取已公示记录 / Draw published records at random */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              sampleId: string;
              item: string;
              body: string;
              /** @description YYYY-MM-DD */
              from: string;
              /** @description YYYY-MM-DD */
              to: string;
              seed: string;
              frameSize: number;
              frameHash: string;
              size: number;
              drawnBy: string;
              /** Format: date-time */
              drawnAt: string;
              outcomes: {
                right: number;
                wrong: number;
                "no-document": number;
              };
              /** @description 错报率 rows that differ ÷ rows compared */
              misreport: {
                numerator: number;
                denominator: number;
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/samples/{sampleId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一次抽查：逐条比对结果 / One sample with what each comparison found */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          sampleId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              sampleId: string;
              item: string;
              body: string;
              /** @description YYYY-MM-DD */
              from: string;
              /** @description YYYY-MM-DD */
              to: string;
              seed: string;
              frameSize: number;
              frameHash: string;
              size: number;
              drawnBy: string;
              /** Format: date-time */
              drawnAt: string;
              outcomes: {
                right: number;
                wrong: number;
                "no-document": number;
              };
              /** @description 错报率 rows that differ ÷ rows compared */
              misreport: {
                numerator: number;
                denominator: number;
              };
              rows: {
                place: number;
                recordId: string;
                version: number;
                documentNumber: string;
                /** @description YYYY-MM-DD */
                decisionDate: string;
                checks: {
                  sequence: number;
                  /** @enum {unknown} */
                  outcome: "right" | "wrong" | "no-document";
                  fields: string[];
                  checkedAgainst: string;
                  words: string;
                  checkedBy: string;
                  checkedAt: string;
                }[];
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/samples/{sampleId}/frame": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 抽查的全部备选记录、种子和算法，任何人可复算 / All records that were drawn from, seed and algorithm, so that anybody can draw again */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          sampleId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              algorithm: {
                zh: string;
                en: string;
              };
              seed: string;
              frameHash: string;
              size: number;
              frame: string[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/samples/{sampleId}/rows/{place}/checks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 记录一条抽查记录与决定书的比对结果 / Keep what the comparison with the decision document found */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          sampleId: string;
          place: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              sampleId: string;
              item: string;
              body: string;
              /** @description YYYY-MM-DD */
              from: string;
              /** @description YYYY-MM-DD */
              to: string;
              seed: string;
              frameSize: number;
              frameHash: string;
              size: number;
              drawnBy: string;
              /** Format: date-time */
              drawnAt: string;
              outcomes: {
                right: number;
                wrong: number;
                "no-document": number;
              };
              /** @description 错报率 rows that differ ÷ rows compared */
              misreport: {
                numerator: number;
                denominator: number;
              };
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/omissions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 各单位的断号、说明和月度申报 / Missing numbers, answers and signed counts by body */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                body: string;
                confirmed: number;
                proposed: number;
                unfitting: number;
                /** @description neighbours' term of publication still runs */
                notYetAsked: number;
                /** @description asked, within the days for an answer */
                open: number;
                /** @description asked, and the days for an answer are over */
                unexplained: number;
                /** @description a standard answer is in force */
                answered: number;
                waiting: number;
                answerBy: string | null;
                /** @description YYYY-MM */
                month: string;
                attested: number;
                toAttest: number;
                differing: number;
                drops: {
                  body: string;
                  item: string;
                  /** @description YYYY-MM */
                  month: string;
                  onFile: number;
                  stated: number | null;
                  difference: number | null;
                  usual: number | null;
                  /** @description unusually few; a hint, from which nothing follows */
                  drop: boolean;
                }[];
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/omissions/series": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 归纳出的文号序列 / Series of document numbers, as learnt */
    get: {
      parameters: {
        query?: {
          /** @description 单位代码 / code of the body */
          body?: string;
          /** @description 事项代码 / item code */
          item?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                seriesId: string;
                body: string;
                item: string;
                /** @description how its numbers are written, with places {year} and {n} */
                form: string;
                example: string;
                numbers: number;
                density: number;
                /** @enum {unknown} */
                confidence: "high" | "medium" | "low";
                years: {
                  /** @description 0: a series that never begins anew */
                  year: number;
                  blocks: number[][];
                  numbers: number;
                  /** Format: date */
                  firstOn: string;
                  /** Format: date */
                  lastOn: string;
                }[];
                /** Format: date-time */
                proposedAt: string;
                /** @enum {unknown} */
                verdict: "proposed" | "confirmed" | "no-series";
                /** @description neighbours' term of publication still runs */
                notYetAsked: number;
                /** @description asked, within the days for an answer */
                open: number;
                /** @description asked, and the days for an answer are over */
                unexplained: number;
                /** @description a standard answer is in force */
                answered: number;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/omissions/series/{seriesId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一个序列：归纳的规律、断号、说明和待复核事项 / One series: what was learnt, its gaps, the answers and what waits for a reviewer */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 序列编号 / id of the series */
          seriesId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              series: {
                seriesId: string;
                body: string;
                item: string;
                /** @description how its numbers are written, with places {year} and {n} */
                form: string;
                example: string;
                numbers: number;
                density: number;
                /** @enum {unknown} */
                confidence: "high" | "medium" | "low";
                years: {
                  /** @description 0: a series that never begins anew */
                  year: number;
                  blocks: number[][];
                  numbers: number;
                  /** Format: date */
                  firstOn: string;
                  /** Format: date */
                  lastOn: string;
                }[];
                /** Format: date-time */
                proposedAt: string;
                /** @enum {unknown} */
                verdict: "proposed" | "confirmed" | "no-series";
                /** @description neighbours' term of publication still runs */
                notYetAsked: number;
                /** @description asked, within the days for an answer */
                open: number;
                /** @description asked, and the days for an answer are over */
                unexplained: number;
                /** @description a standard answer is in force */
                answered: number;
              };
              gaps: {
                year: number;
                from: number;
                to: number;
                fromText: string;
                toText: string;
                /** @enum {unknown} */
                place: "between" | "leading" | "attested";
                /** @enum {unknown} */
                state: "not-yet-asked" | "open" | "unexplained" | "answered";
                /** @description YYYY-MM */
                month: string;
                dueOn: string | null;
                dueMissing: string | null;
                answerBy: string | null;
                answer: string | null;
                answerId: string | null;
                askAgainOn: string | null;
                waits: string | null;
              }[];
              /** @description further gaps, older than those listed */
              omitted: number;
              /** @description older answers are not listed */
              answersCut: boolean;
              answers: {
                answerId: string;
                year: number;
                from: number;
                to: number;
                answer: string | null;
                words: string;
                /** Format: date-time */
                at: string;
                review: boolean;
                askAgainOn: string | null;
                undoes: string | null;
                undoneAt: string | null;
              }[];
              waiting: {
                proceedingId: string;
                procedure: string;
                body: string | null;
                state: string;
                openedBy: string;
                /** Format: date-time */
                openedAt: string;
                endedAt: string | null;
                words: string;
                item: string | null;
                seriesId: string | null;
                example: string | null;
                answer: {
                  year: number;
                  from: number;
                  to: number;
                  answer: string;
                } | null;
                count: {
                  /** @description YYYY-MM */
                  month: string;
                  decisions: number;
                  highest: string[];
                } | null;
                allowed: string[];
              }[];
              allowed: string[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/omissions/answers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 断号的标准说明及其依据 / Standard answers for missing numbers, with their basis */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              edition: string;
              items: {
                answer: string;
                title: {
                  zh: string;
                  en: string;
                };
                meaning: {
                  zh: string;
                  en: string;
                };
                review: boolean;
                askAgainAfterDays: number | null;
                wordsNeeded: boolean;
                basis: {
                  title: string;
                  locator?: string;
                  number?: string;
                  verified: boolean;
                  note?: string;
                };
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/omissions/unfitting": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 不成序列的文号：数目和样例 / Numbers that fit no series: how many, and the first of them */
    get: {
      parameters: {
        query?: {
          /** @description 单位代码 / code of the body */
          body?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                body: string;
                item: string;
                /** Format: date-time */
                scannedAt: string;
                unfitting: {
                  [key: string]: number;
                };
                samples: {
                  documentNumber: string;
                  why: string;
                }[];
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/omissions/months": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 逐月比较：在库数、申报数、往常数 / Month by month: decisions on file, as signed for, and as usual */
    get: {
      parameters: {
        query?: {
          /** @description 单位代码 / code of the body */
          body?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                body: string;
                item: string;
                /** @description YYYY-MM */
                month: string;
                onFile: number;
                stated: number | null;
                difference: number | null;
                usual: number | null;
                /** @description unusually few; a hint, from which nothing follows */
                drop: boolean;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/omissions/proposals": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 须第二人确认的说明、排除和申报 / Answers, dismissals and counts that take a second person */
    get: {
      parameters: {
        query?: {
          /** @description 只列待确认的 / only those that wait */
          open?: boolean;
          /** @description 每页条数 / entries per page */
          limit?: number;
          /** @description 上一页给出的 next / what the page before gave as next */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: {
                proceedingId: string;
                procedure: string;
                body: string | null;
                state: string;
                openedBy: string;
                /** Format: date-time */
                openedAt: string;
                endedAt: string | null;
                words: string;
                item: string | null;
                seriesId: string | null;
                example: string | null;
                answer: {
                  year: number;
                  from: number;
                  to: number;
                  answer: string;
                } | null;
                count: {
                  /** @description YYYY-MM */
                  month: string;
                  decisions: number;
                  highest: string[];
                } | null;
                allowed: string[];
              }[];
              next: string | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/omissions/series/{seriesId}/judgements": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 确认一个文号序列，或提出将其排除（须第二人确认） / Confirm a series, or propose to set it aside (a second person decides) */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 序列编号 / id of the series */
          seriesId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @enum {unknown} */
              verdict: "proposed" | "confirmed" | "no-series";
              proposal: {
                proceedingId: string;
                procedure: string;
                body: string | null;
                state: string;
                openedBy: string;
                /** Format: date-time */
                openedAt: string;
                endedAt: string | null;
                words: string;
                item: string | null;
                seriesId: string | null;
                example: string | null;
                answer: {
                  year: number;
                  from: number;
                  to: number;
                  answer: string;
                } | null;
                count: {
                  /** @description YYYY-MM */
                  month: string;
                  decisions: number;
                  highest: string[];
                } | null;
                allowed: string[];
              } | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/omissions/series/{seriesId}/answers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 说明一个或一段断号；部分说明须复核员确认后生效 / Answer for a missing number or a range; some answers count once a reviewer has agreed */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 序列编号 / id of the series */
          seriesId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              answerId: string | null;
              proposal: {
                proceedingId: string;
                procedure: string;
                body: string | null;
                state: string;
                openedBy: string;
                /** Format: date-time */
                openedAt: string;
                endedAt: string | null;
                words: string;
                item: string | null;
                seriesId: string | null;
                example: string | null;
                answer: {
                  year: number;
                  from: number;
                  to: number;
                  answer: string;
                } | null;
                count: {
                  /** @description YYYY-MM */
                  month: string;
                  decisions: number;
                  highest: string[];
                } | null;
                allowed: string[];
              } | null;
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/omissions/answers/{answerId}/undo": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 撤销一条说明，断号重新提问 / Take an answer back; its numbers are asked for again */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description 说明编号 / id of the answer */
          answerId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/omissions/counts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 申报某月作出的决定数和最大文号，由复核员签认 / State a month's number of decisions and its highest numbers; a reviewer signs */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              proceedingId: string;
              procedure: string;
              body: string | null;
              state: string;
              openedBy: string;
              /** Format: date-time */
              openedAt: string;
              endedAt: string | null;
              words: string;
              item: string | null;
              seriesId: string | null;
              example: string | null;
              answer: {
                year: number;
                from: number;
                to: number;
                answer: string;
              } | null;
              count: {
                /** @description YYYY-MM */
                month: string;
                decisions: number;
                highest: string[];
              } | null;
              allowed: string[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/omissions/proposals/{proceedingId}/{act}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 办理待确认事项：同意、不予同意、撤回 / Approve, refuse or take back what waits for a second person */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          proceedingId: string;
          /** @description approve, refuse, take-back */
          act: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              proceedingId: string;
              procedure: string;
              body: string | null;
              state: string;
              openedBy: string;
              /** Format: date-time */
              openedAt: string;
              endedAt: string | null;
              words: string;
              item: string | null;
              seriesId: string | null;
              example: string | null;
              answer: {
                year: number;
                from: number;
                to: number;
                answer: string;
              } | null;
              count: {
                /** @description YYYY-MM */
                month: string;
                decisions: number;
                highest: string[];
              } | null;
              allowed: string[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/publicity/omissions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 断号计数：已说明、待说明、逾期未说明；不公开文号 / Missing document numbers in counts: answered, open, unexplained; never the numbers */
    get: {
      parameters: {
        query?: {
          /** @description 事项代码 / item code */
          item?: string;
          /** @description 报送单位代码 / code of the reporting body */
          body?: string;
          /** @description 决定月份自，YYYY-MM-DD，按整月计 / first day of decision, YYYY-MM-DD; whole months */
          from?: string;
          /** @description 决定月份至，YYYY-MM-DD，按整月计 / last day of decision, YYYY-MM-DD; whole months */
          to?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              figures: {
                item: string;
                sourceBody: string;
                /** @description YYYY-MM */
                month: string;
                answered: number;
                open: number;
                unexplained: number;
              }[];
            };
          };
        };
        /** @description RFC 9457 problem document */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": {
              /** @description path of the page that explains the problem */
              type: string;
              title: string;
              status: number;
              detail: string;
              /** @description urn:uuid of the request, for asking about it */
              instance: string;
              errors?: {
                pointer: string;
                code: string;
                detail: string;
              }[];
            } & {
              [key: string]: unknown;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: never;
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
