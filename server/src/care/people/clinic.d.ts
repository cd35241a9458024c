import { z } from 'zod';
/** Weekday '1' (Monday) to '7' to its stretches of wall-clock time; a day that is left out is closed. */
export type Hours = Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;
export type CrisisLine = {
    readonly label: string;
    readonly action: string;
    readonly number: string;
};
export declare const hoursShape: z.ZodRecord<z.ZodEnum<{
    1: "1";
    2: "2";
    3: "3";
    4: "4";
    5: "5";
    6: "6";
    7: "7";
}> & z.core.$partial, z.ZodArray<z.ZodTuple<[z.ZodString, z.ZodString], null>>>;
export declare const crisisShape: z.ZodArray<z.ZodObject<{
    label: z.ZodString;
    action: z.ZodString;
    number: z.ZodString;
}, z.core.$strict>>;
export declare const clinicShape: z.ZodObject<{
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
}, z.core.$strict>;
export type ClinicTerms = z.output<typeof clinicShape>;
