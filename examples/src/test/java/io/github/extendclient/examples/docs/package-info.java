/** The code of README.md and docs/, each region of it shown on a page and run by its test. */
@NullMarked
package io.github.extendclient.examples.docs;

import org.jspecify.annotations.NullMarked;
