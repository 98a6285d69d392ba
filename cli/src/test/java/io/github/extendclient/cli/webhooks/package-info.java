@NullMarked
package io.github.extendclient.cli.webhooks;

import org.jspecify.annotations.NullMarked;
