/** What several tests use: a small API, a virtual clock, a client around a mock server. */
@NullMarked
package io.github.extendclient.testsupport;

import org.jspecify.annotations.NullMarked;
