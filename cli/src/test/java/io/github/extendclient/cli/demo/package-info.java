@NullMarked
package io.github.extendclient.cli.demo;

import org.jspecify.annotations.NullMarked;
