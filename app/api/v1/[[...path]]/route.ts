import { restApp } from '#server/rest.ts';

// The production server answers these itself; here they are for wherever Next runs alone.
const handle = (request: Request) => restApp().fetch(request);

export { handle as DELETE, handle as GET, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT };
