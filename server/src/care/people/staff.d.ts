import { z } from 'zod';
export declare const stateCodes: z.ZodPipe<z.ZodArray<z.ZodString>, z.ZodTransform<string[], string[]>>;
export declare const staffShape: z.ZodObject<{
    title: z.ZodString;
    role: z.ZodEnum<{
        "front desk": "front desk";
        nurse: "nurse";
        prescriber: "prescriber";
        owner: "owner";
    }>;
    licensedStates: z.ZodPipe<z.ZodArray<z.ZodString>, z.ZodTransform<string[], string[]>>;
    takesCalls: z.ZodBoolean;
}, z.core.$strict>;
export declare const invitationShape: z.ZodObject<{
    title: z.ZodString;
    role: z.ZodEnum<{
        "front desk": "front desk";
        nurse: "nurse";
        prescriber: "prescriber";
        owner: "owner";
    }>;
    licensedStates: z.ZodPipe<z.ZodArray<z.ZodString>, z.ZodTransform<string[], string[]>>;
    takesCalls: z.ZodBoolean;
    name: z.ZodString;
    email: z.ZodEmail;
}, z.core.$strict>;
export type StaffTerms = z.output<typeof staffShape>;
export type Invitation = z.output<typeof invitationShape>;
