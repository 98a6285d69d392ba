@NullMarked
package io.github.extendclient.examples.flink;

import org.jspecify.annotations.NullMarked;
