@NullMarked
package io.github.extendclient.page;

import org.jspecify.annotations.NullMarked;
