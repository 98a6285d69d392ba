@NullMarked
package io.github.extendclient.cli.files;

import org.jspecify.annotations.NullMarked;
