@NullMarked
package io.github.extendclient.generator;

import org.jspecify.annotations.NullMarked;
