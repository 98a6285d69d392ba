/** What all commands have around them: streams, key, client, exit codes, tables, progress. */
@NullMarked
package io.github.extendclient.cli.shell;

import org.jspecify.annotations.NullMarked;
