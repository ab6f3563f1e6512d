import { RouterProvider } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { createAppRouter } from './routes.tsx';

/** Everything behind the lock screen. */
export default function OpenVault(): ReactElement {
  const [router] = useState(createAppRouter);
  return <RouterProvider router={router} />;
}
