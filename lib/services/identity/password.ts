// Passwords: argon2id, with the parameters that OWASP names (19 MiB, two passes).
import { hash, verify } from '@node-rs/argon2';

const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS);

export const isPassword = (password: string, stored: string): Promise<boolean> => verify(stored, password);
