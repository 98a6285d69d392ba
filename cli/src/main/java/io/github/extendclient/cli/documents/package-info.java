/** The commands that process documents, one or ten thousand, over bulk processing. */
@NullMarked
package io.github.extendclient.cli.documents;

import org.jspecify.annotations.NullMarked;
