/** The small things that are done for every webhook and every secret, measured by JMH. */
package io.heronbridge.benchmarks.micro;
