/** What the commands runs, files and delete choose from: listings and their filters. */
@NullMarked
package io.github.extendclient.cli.listing;

import org.jspecify.annotations.NullMarked;
