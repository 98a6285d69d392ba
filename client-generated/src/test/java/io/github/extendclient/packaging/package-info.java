/** The module on the module path, in native images and in shrunk applications. */
@NullMarked
package io.github.extendclient.packaging;

import org.jspecify.annotations.NullMarked;
