@NullMarked
package io.github.extendclient.cli.documents;

import org.jspecify.annotations.NullMarked;
