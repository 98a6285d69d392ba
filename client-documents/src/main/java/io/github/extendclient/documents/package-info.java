/**
 * What needs the document itself: {@link io.github.extendclient.documents.DocumentInfo} and {@link
 * io.github.extendclient.documents.UploadCheck} before the upload, {@link
 * io.github.extendclient.documents.PdfPages} to cut and split, {@link
 * io.github.extendclient.documents.Proof} to show what was read where.
 *
 * @serial exclude
 */
@NullMarked
package io.github.extendclient.documents;

import org.jspecify.annotations.NullMarked;
