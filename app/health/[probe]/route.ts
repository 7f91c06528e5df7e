import { restApp } from '#server/rest.ts';

export const GET = (request: Request) => restApp().fetch(request);
