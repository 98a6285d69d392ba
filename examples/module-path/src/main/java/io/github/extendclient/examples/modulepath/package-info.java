/** Extraction into an own record, from a module. */
@NullMarked
package io.github.extendclient.examples.modulepath;

import org.jspecify.annotations.NullMarked;
