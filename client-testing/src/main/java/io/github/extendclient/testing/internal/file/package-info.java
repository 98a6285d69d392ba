/**
 * Files, and how requests name them. Not part of the public interface: may change in any version.
 */
@NullMarked
package io.github.extendclient.testing.internal.file;

import org.jspecify.annotations.NullMarked;
