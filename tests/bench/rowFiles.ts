// The names of the files that the bench process puts beside the page: the baselines fetch their rows from them.

export const answersFile = 'answers.json'
export const operationsFile = 'operations.json'
