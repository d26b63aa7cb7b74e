/**
 * Where measurements are made: one PostgreSQL with its durability on, a fresh database for every
 * run, a service to call, and what reads the meters.
 */
package io.heronbridge.benchmarks.lab;
