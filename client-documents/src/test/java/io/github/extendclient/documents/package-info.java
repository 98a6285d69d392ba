@NullMarked
package io.github.extendclient.documents;

import org.jspecify.annotations.NullMarked;
