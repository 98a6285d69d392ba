@NullMarked
package io.github.extendclient.examples.modulepath;

import org.jspecify.annotations.NullMarked;
