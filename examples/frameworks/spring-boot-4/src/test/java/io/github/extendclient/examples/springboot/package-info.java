@NullMarked
package io.github.extendclient.examples.springboot;

import org.jspecify.annotations.NullMarked;
