/**
 * What a run read, as data: tables ({@link io.github.extendclient.result.Tables}), text ({@link
 * io.github.extendclient.result.ParsedText}), passages for retrieval ({@link
 * io.github.extendclient.result.Passages}), what it cost ({@link
 * io.github.extendclient.result.Usage}) and what a reviewer changed ({@link
 * io.github.extendclient.result.Corrections}).
 *
 * @serial exclude
 */
@NullMarked
package io.github.extendclient.result;

import org.jspecify.annotations.NullMarked;
