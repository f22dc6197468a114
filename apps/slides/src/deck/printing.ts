// Whether the page was opened for printing: reveal lays all slides out, each in its finished state.

const options: URLSearchParams = new URLSearchParams(location.search);

export const printing: boolean = options.has('print-pdf') || options.get('view') === 'print';
