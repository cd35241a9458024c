import { type Variables } from '../../../platform/allow.ts';
/** Who works here, and who was invited to. Accounts are closed where sign-ins live. */
export declare const staffRoutes: import("hono/hono-base").HonoBase<{
    Variables: Variables;
}, {
    "/staff": {
        $get: {
            input: {};
            output: {
                staff: {
                    title: string;
                    closedAt: string | null;
                    email: string;
                    name: string;
                    licensedStates: string[];
                    takesCalls: boolean;
                    id: string;
                    createdAt: string;
                    role: import("../../../platform/actor.ts").Role;
                }[];
                invitations: {
                    name: string;
                    id: string;
                    title: string;
                    createdAt: string;
                    acceptedAt: string | null;
                    email: string;
                    licensedStates: string[];
                    takesCalls: boolean;
                    withdrawnAt: string | null;
                    role: import("../../../platform/actor.ts").Role;
                    expiresAt: string | null;
                }[];
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/staff/:staffId": {
        $post: {
            input: {
                param: {
                    staffId: string;
                };
            } & {
                json: {
                    title: string;
                    role: "front desk" | "nurse" | "prescriber" | "owner";
                    licensedStates: string[];
                    takesCalls: boolean;
                };
            };
            output: {
                staffId: string;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/invitations": {
        $post: {
            input: {
                json: {
                    title: string;
                    role: "front desk" | "nurse" | "prescriber" | "owner";
                    licensedStates: string[];
                    takesCalls: boolean;
                    name: string;
                    email: string;
                };
            };
            output: {
                invitationId: string;
            };
            outputFormat: "json";
            status: 201;
        };
    };
} & {
    "/invitations/:invitationId/resend": {
        $post: {
            input: {
                param: {
                    invitationId: string;
                };
            };
            output: {
                invitationId: string;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/invitations/:invitationId/withdraw": {
        $post: {
            input: {
                param: {
                    invitationId: string;
                };
            };
            output: {
                invitationId: string;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
}, "/", "/invitations/:invitationId/withdraw">;
