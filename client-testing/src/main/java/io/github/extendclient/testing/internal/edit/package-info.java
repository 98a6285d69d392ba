/**
 * Edit runs, form detection, and the forms of PDFs. Not part of the public interface: may change in
 * any version.
 */
@NullMarked
package io.github.extendclient.testing.internal.edit;

import org.jspecify.annotations.NullMarked;
