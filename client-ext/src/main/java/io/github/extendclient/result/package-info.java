/**
 * Results of runs as data: tables ({@link io.github.extendclient.result.Tables}), text ({@link
 * io.github.extendclient.result.ParsedText}), passages for retrieval ({@link
 * io.github.extendclient.result.Passages}), cost ({@link io.github.extendclient.result.Usage}) and
 * a reviewer's corrections ({@link io.github.extendclient.result.Corrections}).
 *
 * @serial exclude
 */
@NullMarked
package io.github.extendclient.result;

import org.jspecify.annotations.NullMarked;
