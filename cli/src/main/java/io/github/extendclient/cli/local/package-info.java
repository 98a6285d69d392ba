/** Commands on files of this machine: facts, cutting, splitting, and proofs of what was read. */
@NullMarked
package io.github.extendclient.cli.local;

import org.jspecify.annotations.NullMarked;
