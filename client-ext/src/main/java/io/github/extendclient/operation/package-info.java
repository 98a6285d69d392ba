/**
 * The operations of the API by their names, for programs whose users choose one: command lines,
 * consoles, gateways.
 */
@NullMarked
package io.github.extendclient.operation;

import org.jspecify.annotations.NullMarked;
