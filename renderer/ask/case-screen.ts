import type { RegisteredRouter } from '@tanstack/react-router';

type ScreenOf<Address> = Address extends `/case/$caseId/${infer Name}` ? (Name extends `${string}/${string}` ? never : Name) : never;

/** The screens of a case by the last part of their address, as the app lists them. */
export type CaseScreenName = ScreenOf<keyof RegisteredRouter['routesByPath']>;
