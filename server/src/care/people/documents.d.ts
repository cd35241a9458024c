import { type Variables } from '../../platform/allow.ts';
/** Pages of people who are not signed in yet: the clinic's first owner, and whoever was invited. */
export declare const peopleDocuments: import("hono/hono-base").HonoBase<{
    Variables: Variables;
}, {
    "/set-up": {
        $get: {
            input: {};
            output: {};
            outputFormat: string;
            status: import("hono/utils/http-status").StatusCode;
        };
    };
} & {
    "/set-up": {
        $post: {
            input: {};
            output: {};
            outputFormat: string;
            status: import("hono/utils/http-status").StatusCode;
        };
    };
} & {
    "/l/:secret/invitation": {
        $get: {
            input: {
                param: {
                    secret: string;
                };
            };
            output: {};
            outputFormat: string;
            status: import("hono/utils/http-status").StatusCode;
        };
    };
} & {
    "/l/:secret/invitation": {
        $post: {
            input: {
                param: {
                    secret: string;
                };
            };
            output: {};
            outputFormat: string;
            status: import("hono/utils/http-status").StatusCode;
        };
    };
}, "/", "/l/:secret/invitation">;
