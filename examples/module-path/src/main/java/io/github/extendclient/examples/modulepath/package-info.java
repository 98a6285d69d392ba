/** Extraction into a record of one's own, from a module. */
@NullMarked
package io.github.extendclient.examples.modulepath;

import org.jspecify.annotations.NullMarked;
