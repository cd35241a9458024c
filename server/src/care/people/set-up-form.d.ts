import { z } from 'zod';
declare const setUpShape: z.ZodObject<{
    name: z.ZodString;
    zone: z.ZodString;
    states: z.ZodPipe<z.ZodArray<z.ZodString>, z.ZodTransform<string[], string[]>>;
    hours: z.ZodRecord<z.ZodEnum<{
        1: "1";
        2: "2";
        3: "3";
        4: "4";
        5: "5";
        6: "6";
        7: "7";
    }> & z.core.$partial, z.ZodArray<z.ZodTuple<[z.ZodString, z.ZodString], null>>>;
    crisisLines: z.ZodArray<z.ZodObject<{
        label: z.ZodString;
        action: z.ZodString;
        number: z.ZodString;
    }, z.core.$strict>>;
    owner: z.ZodObject<{
        name: z.ZodString;
        email: z.ZodEmail;
        title: z.ZodString;
        password: z.ZodString;
    }, z.core.$strict>;
    code: z.ZodString;
}, z.core.$strict>;
export type SetUpForm = z.output<typeof setUpShape>;
type Sent = Readonly<Record<string, unknown>>;
/** Reads the set-up form; all faults at once, each under the name of its field on the page. */
export declare const readSetUpForm: (sent: Sent) => SetUpForm;
export {};
