import { z } from 'zod';
/** Who somebody is and how to reach them. */
export declare const personShape: z.ZodObject<{
    name: z.ZodString;
    email: z.ZodEmail;
    phone: z.ZodString;
    state: z.ZodString;
    zone: z.ZodString;
}, z.core.$strict>;
export type NewPerson = z.output<typeof personShape>;
/** What staff may change of a person; what is left out stays. */
export declare const personChangeShape: z.ZodObject<{
    name: z.ZodOptional<z.ZodString>;
    email: z.ZodOptional<z.ZodEmail>;
    phone: z.ZodOptional<z.ZodString>;
    state: z.ZodOptional<z.ZodString>;
    zone: z.ZodOptional<z.ZodString>;
    dateOfBirth: z.ZodOptional<z.ZodNullable<z.ZodISODate>>;
    sex: z.ZodOptional<z.ZodNullable<z.ZodEnum<{
        female: "female";
        male: "male";
    }>>>;
    heightCm: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    allergies: z.ZodOptional<z.ZodNullable<z.ZodString>>;
}, z.core.$strict>;
export type PersonChange = z.output<typeof personChangeShape>;
