import { useEffect } from 'react';

/** Ctrl Enter cites what is chosen, from anywhere on the page but a dialog. */
export function useCiteKey(cite: () => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest('[role=dialog]')) return;
      const modified = event.ctrlKey || event.metaKey;
      const letter = event.key === 'c' && !modified && !event.altKey && !event.shiftKey && !target.matches('input, textarea');
      // A single letter acts only where the original has the focus (WCAG 2.1.4); with Ctrl it acts everywhere.
      const onOriginal = target === document.body || target.closest('.original') !== null;
      if (!(letter && onOriginal) && !(event.key === 'Enter' && modified)) return;
      event.preventDefault();
      cite();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
