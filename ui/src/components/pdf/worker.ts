// The reader of PDFs in a thread of its own, as a file of ours: the content security policy allows no other.

export * from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
